public import JSON

/// A Swift enumeration that is an enumeration of a schema; `paidInFull` is written `PAID_IN_FULL` there.
public protocol GraphQLEnum: GraphQLOutput, GraphQLInput, CaseIterable, Hashable {
    /// The enumeration's name and what its values mean.
    static var graphQL: EnumDefinition<Self> { get }

    /// The value's name in the schema; that of the case in capitals, unless the type says otherwise.
    var graphQLName: String { get }
}

extension GraphQLEnum {
    /// The value's name in the schema.
    public var graphQLName: String {
        var name = ""
        for character in "\(self)" {
            if character.isUppercase { name += "_" }
            name += character.uppercased()
        }
        return name
    }

    /// The enumeration's name; a value of it cannot be null.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType { inputType(in: &types) }

    /// The enumeration's name.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType {
        let definition = graphQL
        types.declare(definition.name, for: Self.self) { _ in
            .made(
                .enumeration, definition.name, definition.description,
                values: allCases.map { value in
                    EnumValueDefinition(
                        description: definition.descriptions[value], name: Name(text: value.graphQLName, start: 0),
                        directives: Directive.deprecated(definition.deprecations[value]), start: 0)
                })
        }
        return .named(definition.name, isEnumeration: true)
    }

    /// The value's name.
    public var resolvedValue: ResolvedValue { .json(.string(graphQLName)) }

    /// The value of a name.
    public init(graphQLInput value: JSONValue?) throws {
        guard let found = Self.allCases.first(where: { .string($0.graphQLName) == value }) else {
            throw GraphQLError.mismatch(Self.self)
        }
        self = found
    }
}
