public import JSON

extension Int: GraphQLOutput, GraphQLInput {
    /// `Int`; a value beyond 32 bits is an error of the field.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType { .named("Int") }

    /// `Int`.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType { .named("Int") }

    /// The number.
    public var resolvedValue: ResolvedValue { .json(.number(JSONNumber(self))) }

    /// The whole number.
    public init(graphQLInput value: JSONValue?) throws {
        guard let number = value?.intValue else { throw GraphQLError.mismatch(Self.self) }
        self = Int(number)
    }
}

extension Double: GraphQLOutput, GraphQLInput {
    /// `Float`; a value that is not finite is an error of the field.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType { .named("Float") }

    /// `Float`.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType { .named("Float") }

    /// The number.
    public var resolvedValue: ResolvedValue {
        guard let number = JSONNumber("\(self)") else { return .failure(GraphQLError.mismatch(Double.self)) }
        return .json(.number(number))
    }

    /// The number.
    public init(graphQLInput value: JSONValue?) throws {
        guard let text = value?.numberValue?.text, let number = Double(text) else {
            throw GraphQLError.mismatch(Self.self)
        }
        self = number
    }
}

extension String: GraphQLOutput, GraphQLInput {
    /// `String`.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType { .named("String") }

    /// `String`.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType { .named("String") }

    /// The text.
    public var resolvedValue: ResolvedValue { .json(.string(self)) }

    /// The text.
    public init(graphQLInput value: JSONValue?) throws {
        guard case .string(let text) = value else { throw GraphQLError.mismatch(Self.self) }
        self = text
    }
}

extension Bool: GraphQLOutput, GraphQLInput {
    /// `Boolean`.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType { .named("Boolean") }

    /// `Boolean`.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType { .named("Boolean") }

    /// The truth value.
    public var resolvedValue: ResolvedValue { .json(.bool(self)) }

    /// The truth value.
    public init(graphQLInput value: JSONValue?) throws {
        guard case .bool(let truth) = value else { throw GraphQLError.mismatch(Self.self) }
        self = truth
    }
}
