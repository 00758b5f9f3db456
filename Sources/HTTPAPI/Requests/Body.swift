import Domain
import JSON

/// The body of a request, parsed and held against the shape that its endpoint declares.
package struct Body: Sendable {
    /// The bytes as they came.
    package let bytes: [UInt8]
    /// The object, or each of many.
    let objects: [BodyObject]
    /// Whether the request brought an array or a table, so that the answer is an array too.
    let isMany: Bool
    private let faults: [Fault]

    /// The one object of a body that can have but one.
    var object: BodyObject { objects.first ?? BodyObject(.object(JSONObject())) }

    private init(_ bytes: [UInt8], _ objects: [BodyObject], isMany: Bool, faults: [Fault]) {
        (self.bytes, self.objects, self.isMany, self.faults) = (bytes, objects, isMany, faults)
    }

    /// A body that the endpoint reads itself, or none.
    init(raw bytes: [UInt8]) { self.init(bytes, [], isMany: false, faults: []) }

    /// A body without content, for endpoints that need none.
    init(missing shape: Shape) {
        let nothing = JSONValue.object(JSONObject())
        self.init([], [BodyObject(nothing)], isMany: false, faults: shape.faults(in: nothing, at: .root))
    }

    /// - Throws: ``Problem`` if the bytes are no JSON, or too many rows. Faults of shape are kept, to be told with
    ///   those of the domain.
    init(_ bytes: [UInt8], _ content: RequestContent) throws(Problem) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw Self.problem(error)
        }
        if content.reading == .objectOrMany, case .array(let rows) = value {
            try self.init(bytes, rows: rows, content.shape)
        } else {
            let faults = content.shape.faults(in: value, at: .root)
            self.init(bytes, [BodyObject(value)], isMany: false, faults: faults)
        }
    }

    /// Rows of a table whose first line names their members; an empty cell is a missing member.
    ///
    /// - Throws: ``Problem`` if the bytes are no CSV.
    init(csv bytes: [UInt8], _ shape: Shape) throws(Problem) {
        try self.init(bytes, rows: CSVRows.rows(bytes, shape), shape)
    }

    /// Many rows.
    init(_ bytes: [UInt8], rows: [JSONValue], _ shape: Shape) throws(Problem) {
        guard (1...RequestContent.maximumRows).contains(rows.count) else {
            let detail = "Expected 1 to \(RequestContent.maximumRows) rows."
            throw .validation([Fault(.root, rows.isEmpty ? "required" : "too-long", detail)])
        }
        let faults = rows.enumerated().flatMap { shape.faults(in: $0.element, at: .root.appending($0.offset)) }
        self.init(bytes, rows.map(BodyObject.init), isMany: true, faults: faults)
    }

    /// Makes a checked value of the domain.
    ///
    /// - Throws: ``Problem`` with every fault of shape, and of the domain's rules those that are not at a place that
    ///   had a fault already.
    func checked<Value>(_ make: (BodyObject) throws(InvalidInput) -> Value) throws(Problem) -> Value {
        let values = try checkedRows(make)
        guard let value = values.first, values.count == 1 else {
            throw .validation([Fault(.root, "type", "Expected one object.")])
        }
        return value
    }

    /// Makes a checked value of each row; the faults of all are told at once.
    func checkedRows<Value>(_ make: (BodyObject) throws(InvalidInput) -> Value) throws(Problem) -> [Value] {
        var all = faults
        var values: [Value] = []
        for (index, object) in objects.enumerated() {
            do throws(InvalidInput) {
                values.append(try make(object))
            } catch {
                let more = error.violations.map { Fault(isMany ? $0.below(String(index)) : $0) }
                all += more.filter { fault in !faults.contains { $0.covers(fault) } }
            }
        }
        if all.isEmpty { return values }
        throw .validation(all)
    }

    private static func problem(_ error: JSONError) -> Problem {
        // The text is JSON; it is the character that nothing here can store.
        if error.reason == .nulCharacter {
            return .validation([Fault(error.pointer, "nul-character", "The character U+0000 can't be stored.")])
        }
        let fault = Fault(error.pointer, "malformed", "\(error.reason)")
        return Problem(.malformedJSON, "\(error)", faults: [fault])
    }
}
