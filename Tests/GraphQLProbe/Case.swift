import GraphQL
import JSON

/// A case as `conformance/README.md` describes it.
struct Case {
    private let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    func run() async throws -> JSONObject {
        switch text("kind") {
        case "parse": try parse()
        case "validate": try validate()
        case "validate_sdl": try validateSDL()
        case "execute": try await execute(isValidated: false)
        case "graphql": try await execute(isValidated: true)
        default: throw GraphQLError("Unknown kind of case: \(text("kind")).")
        }
    }

    private func text(_ name: String) -> String { json[name]?.stringValue ?? "" }

    private func document(_ name: String, _ experiments: ParserExperiments = .emptySelectionSets)
        throws -> Document
    {
        try Document(parsing: text(name), limits: .trusted, experiments: experiments)
    }

    private func parse() throws -> JSONObject {
        _ = try document("source")
        return Probe.failure([])
    }

    private func validate() throws -> JSONObject {
        let schema = try Schema(try document("sdl", [.emptySelectionSets, .emptyDocuments]))
        let query = try document("query", [.emptySelectionSets, .fragmentArguments])
        return Probe.failure(schema.validate(query, rules: ruleNames))
    }

    private func validateSDL() throws -> JSONObject {
        let base =
            json["extends"]?.stringValue == nil
            ? nil : try Schema(try document("extends", [.emptySelectionSets, .emptyDocuments]))
        return Probe.failure(
            try document("sdl", [.emptySelectionSets, .emptyDocuments]).typeSystemErrors(
                extending: base, rules: ruleNames))
    }

    /// Executes a document on JSON; `graphql` validates it before, as a server would.
    private func execute(isValidated: Bool) async throws -> JSONObject {
        let schema = try Schema(try document("sdl", [.emptySelectionSets, .emptyDocuments]))
        let query = try document("query")
        let faults = isValidated ? schema.validate(query) : []
        var response = GraphQLResponse(errors: faults)
        if faults.isEmpty {
            response = await schema.execute(
                query, operation: json["operation"]?.stringValue,
                variables: json["variables"]?.objectValue ?? JSONObject(),
                root: json["root"] ?? .null)
        }
        var members = [("data", response.data ?? .null)]
        if !response.errors.isEmpty { members.append(("errors", .array(response.errors.map(\.json)))) }
        var answer = Probe.failure(response.errors)
        answer["result"] = .object(JSONObject(members))
        return answer
    }

    /// The names of the rules to apply; nil for all.
    private var ruleNames: [String]? { json["rules"]?.arrayValue?.compactMap(\.stringValue) }
}
