public import JSON

/// The answer to a request (section 7.1).
public struct GraphQLResponse: Sendable, Hashable {
    /// The data; nil where the request failed before anything was executed, `.null` where the root itself failed.
    public var data: JSONValue?
    /// What went wrong, in the order of the response.
    public var errors: [GraphQLError]

    /// Creates a response.
    public init(data: JSONValue? = nil, errors: [GraphQLError] = []) {
        self.data = data
        self.errors = errors
    }

    /// The response as JSON: `errors` first where there are any, and no `data` where nothing was executed.
    public var json: JSONValue {
        var members: [(String, JSONValue)] = []
        if !errors.isEmpty { members.append(("errors", .array(errors.map(\.json)))) }
        if let data { members.append(("data", data)) }
        return .object(JSONObject(members))
    }

    /// The response as the text of JSON in UTF-8, in the same order.
    public var bytes: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.value(json)
        return writer.bytes
    }
}
