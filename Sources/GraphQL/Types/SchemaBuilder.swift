/// Makes a schema of definitions: merges extensions, resolves names, and puts the types in the order in which they
/// are reached, as introspection lists them.
struct SchemaBuilder {
    /// The types to be, each with its extensions merged into it.
    private var definitions: [TypeDefinition] = []
    private var places: [String: Int] = [:]
    /// How many of the types, the last ones, are those of the language.
    private var builtInCount = 0
    /// How many of the directives, the first ones, are the schema's own.
    private var ownDirectiveCount = 0
    private var schemaDefinition: SchemaDefinition?
    private var directiveDefinitions: [DirectiveDefinition] = []
    private var ids: [String: TypeID] = [:]
    private var errors: [GraphQLError] = []
    /// Whether what is being built stands in the text of the language, not in that of the schema.
    private var isBuiltIn = false
    private let source: Source?
    private let behaviour: SchemaBehaviour

    /// Makes the parts of a schema.
    /// - Throws: ``SchemaError`` for every name that is not defined.
    static func parts(
        of definitions: [Definition], source: Source?, behaviour: SchemaBehaviour
    ) throws(SchemaError) -> SchemaParts {
        var builder = SchemaBuilder(source: source, behaviour: behaviour)
        builder.collect(definitions)
        return try builder.build(definitions)
    }

    private init(source: Source?, behaviour: SchemaBehaviour) {
        self.source = source
        self.behaviour = behaviour
    }

    // MARK: Collecting

    private mutating func collect(_ definitions: [Definition]) {
        var extensions: [TypeDefinition] = []
        for definition in definitions {
            switch definition {
            case .type(let type) where type.isExtension: extensions.append(type)
            case .type(let type): add(type)
            case .schema(let schema): merge(schema)
            case .directive(let directive): merge(directive)
            case .operation, .fragment: break
            }
        }
        for definition in BuiltIn.scalars + BuiltIn.introspection {
            if case .type(let type) = definition, places[type.name.text] == nil {
                add(type)
                builtInCount += 1
            }
        }
        ownDirectiveCount = directiveDefinitions.count
        for definition in BuiltIn.directives {
            guard case .directive(let directive) = definition else { continue }
            let isKnown = directiveDefinitions.contains { $0.name.text == directive.name.text }
            if !isKnown { directiveDefinitions.append(directive) }
        }
        for type in extensions {
            guard let place = places[type.name.text] else {
                errors.append(error("Cannot extend type \"\(type.name.text)\" because it is not defined.", type.start))
                continue
            }
            self.definitions[place] = self.definitions[place].merged(with: type)
        }
    }

    private mutating func add(_ type: TypeDefinition) {
        if places[type.name.text] == nil { places[type.name.text] = definitions.count }
        definitions.append(type)
    }

    private mutating func merge(_ schema: SchemaDefinition) {
        guard let known = schemaDefinition else {
            schemaDefinition = schema
            return
        }
        schemaDefinition = SchemaDefinition(
            description: known.description ?? schema.description, directives: known.directives + schema.directives,
            operations: known.operations + schema.operations, isExtension: known.isExtension && schema.isExtension,
            start: known.start)
    }

    private mutating func merge(_ directive: DirectiveDefinition) {
        guard
            let place = directiveDefinitions.firstIndex(where: { $0.name.text == directive.name.text })
        else {
            directiveDefinitions.append(directive)
            return
        }
        let known = directiveDefinitions[place]
        directiveDefinitions[place] = DirectiveDefinition(
            description: known.description ?? directive.description, name: known.name,
            arguments: known.arguments + directive.arguments, directives: known.directives + directive.directives,
            isRepeatable: known.isRepeatable, locations: known.locations + directive.locations, isExtension: false,
            start: known.start)
    }

    // MARK: Building

    private mutating func build(_ definitions: [Definition]) throws(SchemaError) -> SchemaParts {
        let roots = rootNames()
        for place in order() {
            let name = self.definitions[place].name.text
            ids[name] = TypeID(index: ids.count)
        }
        var parts = SchemaParts()
        parts.description = schemaDefinition?.description
        parts.definitions = definitions
        parts.ids = ids
        let ordered = ids.sorted { $0.value.index < $1.value.index }
        for (name, _) in ordered {
            guard let place = places[name] else { continue }
            isBuiltIn = place >= self.definitions.count - builtInCount
            parts.types.append(type(self.definitions[place]))
        }
        for (kind, name) in roots { parts.roots[kind] = id(name) }
        for (place, directive) in directiveDefinitions.enumerated() {
            isBuiltIn = place >= ownDirectiveCount
            parts.directives.append(directiveType(directive))
        }
        linkPossibleTypes(&parts)
        guard errors.isEmpty else { throw SchemaError(errors: errors) }
        return parts
    }

    /// The root types' names: those of the schema definition, or the customary ones where there is none.
    private func rootNames() -> [(OperationKind, Name)] {
        if let schema = schemaDefinition, !schema.isExtension || !schema.operations.isEmpty {
            return schema.operations.map { ($0.kind, $0.type) }
        }
        return OperationKind.allCases.compactMap { kind in
            guard let place = places[kind.customaryName] else { return nil }
            return (kind, definitions[place].name)
        }
    }

    /// The places of the types in the order of introspection: as they are defined, each followed by the scalars of the
    /// language that it is the first to use, and in the end what only directives and introspection use.
    private func order() -> [Int] {
        var walk = ReachWalk(definitions: definitions, places: places)
        let ownCount = definitions.count - builtInCount
        for place in 0..<ownCount { walk.visit(place, before: ownCount) }
        for directive in directiveDefinitions {
            for argument in directive.arguments { walk.reach(argument.type.name.text) }
        }
        walk.reach("__Schema")
        return walk.order
    }

    private mutating func linkPossibleTypes(_ parts: inout SchemaParts) {
        for (place, type) in parts.types.enumerated() where type.kind == .object {
            for interface in type.interfaces {
                parts.types[interface.index].possibleTypes.append(TypeID(index: place))
            }
        }
    }

    private mutating func id(_ name: Name) -> TypeID {
        if let id = ids[name.text] { return id }
        errors.append(error("Unknown type \"\(name.text)\".", name.start))
        return TypeID(index: 0)
    }

    private mutating func reference(_ expression: TypeExpression) -> TypeReference {
        switch expression {
        case .named(let name): .named(id(name))
        case .list(let element, _): .list(reference(element))
        case .nonNull(let type): .nonNull(reference(type))
        }
    }

    private func error(_ message: String, _ start: Int) -> GraphQLError {
        GraphQLError(message, locations: isBuiltIn ? [] : source.map { [$0.location(at: start)] } ?? [])
    }

    /// A place in the schema's text; what is not in it has none.
    private func start(_ offset: Int) -> Int { isBuiltIn ? -1 : offset }

    // MARK: Types

    private mutating func type(_ definition: TypeDefinition) -> NamedType {
        let name = definition.name.text
        var type = NamedType(
            kind: definition.kind, name: name, description: definition.description, start: start(definition.start))
        type.specifiedBy = definition.directives.text("url", of: "specifiedBy")
        type.isOneOf = definition.directives.contains { $0.name.text == "oneOf" }
        type.interfaces = definition.interfaces.map { id($0) }
        if definition.kind == .union { type.possibleTypes = definition.members.map { id($0) } }
        type.values = NamedList(
            definition.values.map {
                EnumValue(name: $0.name.text, description: $0.description, deprecationReason: $0.directives.deprecation)
            })
        type.inputFields = inputValues(definition.inputFields)
        let resolvers = behaviour.resolvers[name] ?? Introspection.resolvers[name] ?? [:]
        for field in definition.fields {
            type.fields.append(
                FieldType(
                    name: field.name.text, description: field.description, arguments: inputValues(field.arguments),
                    type: reference(field.type), deprecationReason: field.directives.deprecation,
                    start: start(field.start), resolver: resolvers[field.name.text]))
        }
        type.scalar = behaviour.scalars[name] ?? ScalarRules.builtIn[name] ?? .unchecked
        return type
    }

    private mutating func inputValues(_ definitions: [InputValueDefinition]) -> NamedList<InputValue> {
        var values = NamedList<InputValue>()
        for definition in definitions {
            values.append(
                InputValue(
                    name: definition.name.text, description: definition.description,
                    type: reference(definition.type),
                    defaultLiteral: definition.defaultValue,
                    deprecationReason: definition.directives.deprecation,
                    start: start(definition.start)))
        }
        return values
    }

    private mutating func directiveType(_ definition: DirectiveDefinition) -> DirectiveType {
        DirectiveType(
            name: definition.name.text, description: definition.description,
            arguments: inputValues(definition.arguments),
            locations: definition.locations.compactMap { DirectiveLocation(rawValue: $0.text) },
            isRepeatable: definition.isRepeatable, deprecationReason: definition.directives.deprecation,
            start: start(definition.start))
    }
}
