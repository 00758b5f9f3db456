public import JSON

/// An error as a response names it (section 7.1.2).
public struct GraphQLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A step from the response's root to the field in which the error was raised.
    public enum PathElement: Sendable, Hashable {
        /// A response key.
        case key(String)
        /// A place in a list, from 0.
        case index(Int)
    }

    /// What is wrong, for a developer.
    public var message: String
    /// The places in the document; empty where there is none.
    public var locations: [SourceLocation]
    /// Where in the response; nil for an error of the request as a whole.
    public var path: [PathElement]?
    /// What programs may want to know, under names of the server's choice.
    public var extensions: JSONObject

    /// Creates an error.
    public init(
        _ message: String, locations: [SourceLocation] = [], path: [PathElement]? = nil,
        extensions: JSONObject = JSONObject()
    ) {
        self.message = message
        self.locations = locations
        self.path = path
        self.extensions = extensions
    }

    /// The message and the first location.
    public var description: String {
        guard let place = locations.first else { return message }
        return "\(place.line):\(place.column): \(message)"
    }

    /// The error as a member of a response's `errors`.
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [("message", .string(message))]
        if !locations.isEmpty {
            let places = locations.map { place -> JSONValue in
                .object(JSONObject([("line", number(place.line)), ("column", number(place.column))]))
            }
            members.append(("locations", .array(places)))
        }
        if let path {
            let steps = path.map { step -> JSONValue in
                switch step {
                case .key(let key): .string(key)
                case .index(let index): number(index)
                }
            }
            members.append(("path", .array(steps)))
        }
        if extensions.count > 0 { members.append(("extensions", .object(extensions))) }
        return .object(JSONObject(members))
    }

    private func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}
