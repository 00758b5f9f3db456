public import JSON

/// A Swift type that arguments and input fields can have.
public protocol GraphQLInput: Sendable {
    /// The type as the schema writes it.
    static func inputType(in types: inout TypeCollector) -> DeclaredType

    /// Takes the coerced value of an argument; nil where none was given and there is no default.
    init(graphQLInput value: JSONValue?) throws
}
