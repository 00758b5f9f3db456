public import JSON

/// A Swift type that is a custom scalar of a schema.
public protocol GraphQLScalar: GraphQLOutput, GraphQLInput {
    /// The scalar's name and what it means.
    static var graphQL: ScalarDefinition { get }

    /// The value as JSON.
    var graphQLValue: JSONValue { get }

    /// The value of a JSON value; throws where the scalar has no such value.
    init(graphQLValue: JSONValue) throws
}

extension GraphQLScalar {
    /// The scalar's name; a value of it cannot be null.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType { inputType(in: &types) }

    /// The scalar's name.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType {
        let scalar = graphQL
        types.declare(scalar.name, for: Self.self) { _ in
            .made(
                .scalar, scalar.name, scalar.description,
                directives: scalar.specifiedBy.map { [.made("specifiedBy", "url", $0)] } ?? [])
        }
        types.use(rules, for: scalar.name)
        return .named(scalar.name)
    }

    private static var rules: ScalarRules {
        let check: @Sendable (JSONValue) -> JSONValue? = { json in
            (try? Self(graphQLValue: json)).map(\.graphQLValue)
        }
        return ScalarRules(
            literal: { $0.json.flatMap(check) }, input: check, output: { $0 }, expectation: "a value of \(graphQL.name)"
        )
    }

    /// The value as JSON.
    public var resolvedValue: ResolvedValue { .json(graphQLValue) }

    /// The value of a JSON value.
    public init(graphQLInput value: JSONValue?) throws {
        guard let value else { throw GraphQLError.mismatch(Self.self) }
        try self.init(graphQLValue: value)
    }
}
