import Domain
import GraphQLAPI
import JSON
import TestSupport
import Testing

/// Documents that ask for one field of a root each, made from what the schema tells of itself.
struct GraphDocuments {
    private let types: [String: JSONValue]

    /// Asks the server for its schema.
    static func read(_ api: API) async throws -> GraphDocuments {
        let type = "kind name ofType { kind name ofType { kind name ofType { kind name } } }"
        let query = """
            { __schema { types { kind name enumValues { name } inputFields { name defaultValue type { \(type) } }
            fields { name type { \(type) } args { name defaultValue type { \(type) } } } } } }
            """
        let response = try await api.post("/graphql", "{\"query\":\"\(query.replacing("\n", with: " "))\"}")
        let found = try #require(try response.json["data"]?["__schema"]?["types"]?.arrayValue)
        return GraphDocuments(
            types: Dictionary(uniqueKeysWithValues: found.map { ($0["name"]?.stringValue ?? "", $0) }))
    }

    /// The documents for the fields that an operation has in the schema.
    func documents(for operation: OperationID) -> [String] {
        switch operation.schemaPlace {
        case .query(let name): ["query { \(field(name, of: "Query")) }"]
        case .mutation: ["mutation { \(field(operation.rawValue, of: "Mutation")) }"]
        case .subscription(let names): names.map { "subscription { \(field($0, of: "Subscription")) }" }
        case .nowhere: []
        }
    }

    private func field(_ name: String, of root: String) -> String {
        let field = types[root]?["fields"]?.arrayValue?.first { $0["name"]?.stringValue == name } ?? .null
        let arguments = required(field["args"])
        let isLeaf = ["SCALAR", "ENUM"].contains(Self.named(field["type"])["kind"]?.stringValue)
        return name + (arguments.isEmpty ? "" : "(\(arguments))") + (isLeaf ? "" : " { __typename }")
    }

    /// Values for all that has to be given.
    private func required(_ inputs: JSONValue?) -> String {
        (inputs?.arrayValue ?? []).filter { $0["type"]?["kind"] == "NON_NULL" && $0["defaultValue"] == .null }
            .map { "\($0["name"]?.stringValue ?? ""): \(literal($0["type"]))" }.joined(separator: ", ")
    }

    /// A value of a type; an id is that of a row that is not there.
    private func literal(_ type: JSONValue?) -> String {
        let name = type?["name"]?.stringValue ?? ""
        switch type?["kind"]?.stringValue {
        case "NON_NULL": return literal(type?["ofType"])
        case "LIST": return "[\(literal(type?["ofType"]))]"
        case "ENUM": return types[name]?["enumValues"]?[0]?["name"]?.stringValue ?? ""
        case "INPUT_OBJECT": return "{\(required(types[name]?["inputFields"]))}"
        default: return name == "ID" ? "\"999999\"" : name == "Int" ? "1" : name == "Decimal" ? "\"1.00\"" : "\"x\""
        }
    }

    private static func named(_ type: JSONValue?) -> JSONValue {
        guard let type else { return .null }
        return type["ofType"] == nil || type["ofType"] == .null ? type : named(type["ofType"])
    }
}
