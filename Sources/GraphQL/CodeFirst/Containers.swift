public import JSON

extension Optional: GraphQLOutput where Wrapped: GraphQLOutput {
    /// The type of what is wrapped, of which null is a value as well.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType {
        Wrapped.outputType(in: &types).nullable
    }

    /// The value, or null.
    public var resolvedValue: ResolvedValue { self?.resolvedValue ?? .null }
}

extension Optional: GraphQLInput where Wrapped: GraphQLInput {
    /// The type of what is wrapped, which need not be given.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType {
        Wrapped.inputType(in: &types).nullable
    }

    /// The value; nil where none was given, or null.
    public init(graphQLInput value: JSONValue?) throws {
        self = value == nil || value == .null ? nil : try Wrapped(graphQLInput: value)
    }
}

extension Array: GraphQLOutput where Element: GraphQLOutput {
    /// The list of the elements' type.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType {
        Element.outputType(in: &types).list
    }

    /// The elements.
    public var resolvedValue: ResolvedValue { .list(map(\.resolvedValue)) }
}

extension Array: GraphQLInput where Element: GraphQLInput {
    /// The list of the elements' type.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType {
        Element.inputType(in: &types).list
    }

    /// The elements.
    public init(graphQLInput value: JSONValue?) throws {
        guard case .array(let elements) = value else { throw InputMismatch(Self.self) }
        self = try elements.map { try Element(graphQLInput: $0) }
    }
}

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
