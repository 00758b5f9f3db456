package import GraphQL
package import JSON

extension GraphQLError {
    /// An error with a code for programs, and what else they may want to know.
    package init(_ message: String, code: String, members: [(String, JSONValue)] = []) {
        self.init(message, extensions: JSONObject([("code", .string(code))] + members))
    }

    /// An argument has a value that no rule of the schema can exclude.
    static func invalidArgument(_ message: String) -> GraphQLError { GraphQLError(message, code: "VALIDATION_FAILED") }
}
