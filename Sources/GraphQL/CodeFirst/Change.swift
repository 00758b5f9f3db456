public import JSON

/// An argument that tells "not given" from "null", as a change of single fields needs it.
public enum Change<Value: GraphQLInput>: Sendable {
    /// Not given: stays as it is.
    case unchanged
    /// Given as null: is taken away.
    case removed
    /// Given.
    case set(Value)
}

extension Change: GraphQLInput {
    /// The type of the value, which need not be given.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType { Value.inputType(in: &types).nullable }

    /// What was given.
    public init(graphQLInput value: JSONValue?) throws {
        switch value {
        case nil: self = .unchanged
        case .null: self = .removed
        default: self = .set(try Value(graphQLInput: value))
        }
    }
}
