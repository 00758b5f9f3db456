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
        guard case .array(let elements) = value else { throw GraphQLError.mismatch(Self.self) }
        self = try elements.map { try Element(graphQLInput: $0) }
    }
}
