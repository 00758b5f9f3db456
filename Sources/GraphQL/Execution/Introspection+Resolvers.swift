import JSON

extension Introspection {
    static let schemaResolvers: [String: Resolver] = [
        "description": on(Schema.self) { schema, _ in text(schema.description) },
        "types": on(Schema.self) { schema, _ in
            .list(schema.types.indices.map { described(.named(TypeID(index: $0)), schema) })
        },
        "queryType": on(Schema.self) { schema, _ in root(schema.queryType, schema) },
        "mutationType": on(Schema.self) { schema, _ in root(schema.mutationType, schema) },
        "subscriptionType": on(Schema.self) { schema, _ in root(schema.subscriptionType, schema) },
        "directives": on(Schema.self) { schema, call in
            .list(
                visible(schema.directives.elements, call, \.deprecationReason).map {
                    .object(DescribedDirective(schema: schema, directive: $0), type: nil)
                })
        },
    ]

    static let typeResolvers: [String: Resolver] = [
        "kind": on(DescribedType.self) { node, _ in
            switch node.type {
            case .list: .json("LIST")
            case .nonNull: .json("NON_NULL")
            case .named(let id): .json(.string(node.schema[id].kind.rawValue))
            }
        },
        "name": on(DescribedType.self) { node, _ in text(node.named?.name) },
        "description": on(DescribedType.self) { node, _ in text(node.named?.description) },
        "specifiedByURL": on(DescribedType.self) { node, _ in text(node.named?.specifiedBy) },
        "isOneOf": on(DescribedType.self) { node, _ in
            node.named?.kind == .inputObject ? .json(.bool(node.named?.isOneOf ?? false)) : .null
        },
        "ofType": on(DescribedType.self) { node, _ in
            switch node.type {
            case .list(let type), .nonNull(let type): described(type, node.schema)
            case .named: .null
            }
        },
        "fields": on(DescribedType.self) { node, call in
            guard let type = node.named, type.kind == .object || type.kind == .interface else {
                return .null
            }
            return .list(
                visible(type.fields.elements, call, \.deprecationReason).map {
                    .object(DescribedField(schema: node.schema, field: $0), type: nil)
                })
        },
        "interfaces": on(DescribedType.self) { node, _ in
            guard let type = node.named, type.kind == .object || type.kind == .interface else {
                return .null
            }
            return .list(type.interfaces.map { described(.named($0), node.schema) })
        },
        "possibleTypes": on(DescribedType.self) { node, _ in
            guard let type = node.named, type.kind.isAbstract else { return .null }
            return .list(type.possibleTypes.map { described(.named($0), node.schema) })
        },
        "enumValues": on(DescribedType.self) { node, call in
            guard let type = node.named, type.kind == .enumeration else { return .null }
            return .list(visible(type.values.elements, call, \.deprecationReason).map { .object($0, type: nil) })
        },
        "inputFields": on(DescribedType.self) { node, call in
            guard let type = node.named, type.kind == .inputObject else { return .null }
            return inputs(type.inputFields, call, node.schema)
        },
    ]

    static let fieldResolvers: [String: Resolver] = [
        "name": on(DescribedField.self) { node, _ in text(node.field.name) },
        "description": on(DescribedField.self) { node, _ in text(node.field.description) },
        "args": on(DescribedField.self) { node, call in inputs(node.field.arguments, call, node.schema)
        },
        "type": on(DescribedField.self) { node, _ in described(node.field.type, node.schema) },
        "isDeprecated": on(DescribedField.self) { node, _ in flag(node.field.deprecationReason != nil)
        },
        "deprecationReason": on(DescribedField.self) { node, _ in text(node.field.deprecationReason) },
    ]

    static let inputResolvers: [String: Resolver] = [
        "name": on(DescribedInput.self) { node, _ in text(node.input.name) },
        "description": on(DescribedInput.self) { node, _ in text(node.input.description) },
        "type": on(DescribedInput.self) { node, _ in described(node.input.type, node.schema) },
        "defaultValue": on(DescribedInput.self) { node, _ in
            text(node.input.defaultLiteral.map { Printer.text(of: $0) })
        },
        "isDeprecated": on(DescribedInput.self) { node, _ in flag(node.input.deprecationReason != nil)
        },
        "deprecationReason": on(DescribedInput.self) { node, _ in text(node.input.deprecationReason) },
    ]

    static let enumValueResolvers: [String: Resolver] = [
        "name": on(EnumValue.self) { value, _ in text(value.name) },
        "description": on(EnumValue.self) { value, _ in text(value.description) },
        "isDeprecated": on(EnumValue.self) { value, _ in flag(value.deprecationReason != nil) },
        "deprecationReason": on(EnumValue.self) { value, _ in text(value.deprecationReason) },
    ]

    static let directiveResolvers: [String: Resolver] = [
        "name": on(DescribedDirective.self) { node, _ in text(node.directive.name) },
        "description": on(DescribedDirective.self) { node, _ in text(node.directive.description) },
        "isRepeatable": on(DescribedDirective.self) { node, _ in flag(node.directive.isRepeatable) },
        "locations": on(DescribedDirective.self) { node, _ in
            .list(node.directive.locations.map { text($0.rawValue) })
        },
        "args": on(DescribedDirective.self) { node, call in
            inputs(node.directive.arguments, call, node.schema)
        },
        "isDeprecated": on(DescribedDirective.self) { node, _ in
            flag(node.directive.deprecationReason != nil)
        },
        "deprecationReason": on(DescribedDirective.self) { node, _ in
            text(node.directive.deprecationReason)
        },
    ]

    private static func on<Node: Sendable>(
        _: Node.Type, _ resolve: @escaping @Sendable (Node, FieldCall) -> ResolvedValue
    ) -> Resolver {
        .property { source, call in
            guard let node = source as? Node else { return .null }
            return resolve(node, call)
        }
    }

    private static func text(_ value: String?) -> ResolvedValue {
        value.map { .json(.string($0)) } ?? .null
    }

    private static func flag(_ value: Bool) -> ResolvedValue { .json(.bool(value)) }

    private static func described(_ type: TypeReference, _ schema: Schema) -> ResolvedValue {
        .object(DescribedType(schema: schema, type: type), type: nil)
    }

    private static func root(_ id: TypeID?, _ schema: Schema) -> ResolvedValue {
        id.map { described(.named($0), schema) } ?? .null
    }

    private static func inputs(_ inputs: NamedList<InputValue>, _ call: FieldCall, _ schema: Schema)
        -> ResolvedValue
    {
        .list(
            visible(inputs.elements, call, \.deprecationReason).map {
                .object(DescribedInput(schema: schema, input: $0), type: nil)
            })
    }

    /// The elements, without deprecated ones unless they are asked for.
    private static func visible<Element>(
        _ elements: [Element], _ call: FieldCall, _ reason: (Element) -> String?
    ) -> [Element] {
        call.arguments["includeDeprecated"] == .bool(true)
            ? elements : elements.filter { reason($0) == nil }
    }
}
