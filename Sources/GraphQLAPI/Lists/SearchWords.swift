import GraphQL
import JSON

/// Words to look for: a text of bounded length.
struct SearchWords: GraphQLInput {
    private static let maximum = 200

    let text: String

    static func inputType(in types: inout TypeCollector) -> DeclaredType { String.inputType(in: &types) }

    init(graphQLInput value: JSONValue?) throws {
        text = try String(graphQLInput: value)
        guard text.unicodeScalars.count <= Self.maximum else {
            throw GraphQLError.invalidArgument("A text to look for has at most \(Self.maximum) characters.")
        }
    }
}
