public import JSON

/// A request as clients send it.
public struct GraphQLRequest: Sendable, Hashable {
    /// The document.
    public var query: String
    /// Which operation of the document; nil where it has only one.
    public var operationName: String?
    /// The values of the operation's variables.
    public var variables: JSONObject

    /// Creates a request.
    public init(_ query: String, operationName: String? = nil, variables: JSONObject = JSONObject()) {
        self.query = query
        self.operationName = operationName
        self.variables = variables
    }
}
