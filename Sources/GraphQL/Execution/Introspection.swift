import JSON

/// The fields with which a schema describes itself (section 4).
enum Introspection {
    /// `__typename`, `__schema` and `__type`, in this order.
    static func metaFields(_ ids: [String: TypeID]) -> [FieldType] {
        guard let string = ids["String"], let schema = ids["__Schema"], let type = ids["__Type"] else {
            return []
        }
        let name = InputValue(
            name: "name", description: nil, type: .nonNull(.named(string)), defaultLiteral: nil,
            deprecationReason: nil, start: 0)
        return [
            field("__typename", "The name of the current Object type at runtime.", .nonNull(.named(string))),
            field("__schema", "Access the current type schema of this server.", .nonNull(.named(schema))),
            field("__type", "Request the type information of a single type.", .named(type), [name]),
        ]
    }

    private static func field(
        _ name: String, _ description: String, _ type: TypeReference, _ arguments: [InputValue] = []
    ) -> FieldType {
        FieldType(
            name: name, description: description, arguments: NamedList(arguments), type: type,
            deprecationReason: nil, start: 0, resolver: nil)
    }

    /// The value of `__schema` and `__type`; nil for any other field.
    static func value(of plan: FieldPlan, in schema: Schema) -> ResolvedValue? {
        switch plan.definition.name {
        case "__schema": .object(schema, type: nil)
        case "__type":
            schema.type(named: plan.call.arguments["name"]?.stringValue ?? "")
                .map { .object(DescribedType(schema: schema, type: .named($0)), type: nil) } ?? .null
        default: nil
        }
    }

    /// A type, and the schema that knows it.
    struct DescribedType: Sendable {
        let schema: Schema
        let type: TypeReference

        /// The named type, unless this is a list or a non-null type.
        var named: NamedType? { if case .named(let id) = type { schema[id] } else { nil } }
    }

    struct DescribedField: Sendable {
        let schema: Schema
        let field: FieldType
    }

    struct DescribedInput: Sendable {
        let schema: Schema
        let input: InputValue
    }

    struct DescribedDirective: Sendable {
        let schema: Schema
        let directive: DirectiveType
    }

    /// How each field of each type of introspection gets its value.
    static let resolvers: [String: [String: Resolver]] = [
        "__Schema": schemaResolvers, "__Type": typeResolvers, "__Field": fieldResolvers, "__InputValue": inputResolvers,
        "__EnumValue": enumValueResolvers, "__Directive": directiveResolvers,
    ]
}
