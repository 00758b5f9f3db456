import Domain

/// The query of a request, held against the parameters that its endpoint declares.
package struct QueryArguments: Sendable {
    /// Names and values, decoded, as they came.
    let pairs: [(name: String, value: String)]

    /// Reads a query string.
    ///
    /// - Throws: ``Problem`` for a malformed escape, a parameter that is unknown or comes twice, and then for every
    ///   value that breaks a rule, all at once.
    init(
        _ query: some StringProtocol, declared: [Parameter], ignoresOthers: Bool = false
    ) throws(Problem) {
        let all = try Self.split(query)
        pairs = ignoresOthers ? all.filter { pair in declared.contains { $0.name == pair.name } } : all
        var seen: Set<String> = []
        var faults: [Fault] = []
        for (name, value) in pairs {
            guard let parameter = declared.first(where: { $0.name == name }) else {
                throw Self.unknown(name, declared)
            }
            guard seen.insert(name).inserted else {
                let fault = Fault(.parameter(name), "duplicate", "The parameter comes twice.")
                throw Problem(.duplicateParameter, "The parameter \(name) comes twice.", faults: [fault])
            }
            if let fault = parameter.fault(in: value) { faults.append(fault) }
        }
        if !faults.isEmpty { throw .validation(faults) }
    }

    private static func split(_ query: some StringProtocol) throws(Problem) -> [(name: String, value: String)] {
        var pairs: [(String, String)] = []
        for part in query.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(sides[0], plusIsSpace: true),
                let value = PercentCoding.decode(sides.count > 1 ? sides[1] : "", plusIsSpace: true)
            else { throw Problem(.malformedQuery, "The query holds a malformed escape.") }
            pairs.append((name, value))
        }
        return pairs
    }

    private static func unknown(_ name: String, _ declared: [Parameter]) -> Problem {
        let shown = String(name.prefix(64))
        let known =
            declared.isEmpty ? "This address has none." : "Known: \(declared.map(\.name).joined(separator: ", "))."
        let fault = Fault(.parameter(shown), "unknown", "There is no such parameter. \(known)")
        return Problem(.unknownParameter, "There is no parameter \(shown) here.", faults: [fault])
    }
}

/// Typed access; the values were checked when the query was read.
extension QueryArguments {
    func text(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    func integer(_ name: String) -> Int64? { text(name).flatMap(Parameter.integer) }

    func flag(_ name: String) -> Bool { text(name) == "true" }

    func identifier<Entity>(_ name: String) -> Identifier<Entity>? { integer(name).map(Identifier.init) }

    func words(_ name: String) -> Set<String> { Set(text(name).map(Parameter.words) ?? []) }
}
