public import JSON

/// A request as clients send it.
public struct GraphQLRequest: Sendable, Hashable {
    /// The document; nil where only its hash was sent.
    public var query: String?
    /// Which operation of the document; nil where it has only one.
    public var operationName: String?
    /// The values of the operation's variables.
    public var variables: JSONObject
    /// The SHA-256 of the document in hexadecimal digits, where the client names it so.
    public var documentHash: String?

    /// Creates a request.
    public init(
        _ query: String?, operationName: String? = nil, variables: JSONObject = JSONObject(),
        documentHash: String? = nil
    ) {
        self.query = query
        self.operationName = operationName
        self.variables = variables
        self.documentHash = documentHash
    }

    /// Reads the body of a request (GraphQL over HTTP, section 5.4.1): null is as good as absent, and what is not known
    /// does not matter.
    ///
    /// - Throws: ``GraphQLError`` where a member is missing or of a wrong type.
    public init(json: JSONValue) throws(GraphQLError) {
        guard let body = json.objectValue else { throw GraphQLError("The body of a request is a JSON object.") }
        let extensions = try Self.object("extensions", of: body)
        let persisted = try Self.object("persistedQuery", of: extensions ?? JSONObject())
        documentHash = try Self.text("sha256Hash", of: persisted ?? JSONObject())
        query = try Self.text("query", of: body)
        operationName = try Self.text("operationName", of: body)
        variables = try Self.object("variables", of: body) ?? JSONObject()
        guard query != nil || documentHash != nil else { throw GraphQLError("The member \"query\" is missing.") }
    }

    private static func text(_ name: String, of body: JSONObject) throws(GraphQLError) -> String? {
        switch body[name] {
        case nil, .null: return nil
        case .string(let text): return text
        default: throw GraphQLError("The member \"\(name)\" is a string.")
        }
    }

    private static func object(_ name: String, of body: JSONObject) throws(GraphQLError) -> JSONObject? {
        switch body[name] {
        case nil, .null: return nil
        case .object(let object): return object
        default: throw GraphQLError("The member \"\(name)\" is an object.")
        }
    }
}
