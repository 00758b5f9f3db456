/// A field of an object type: its name, its type as it follows from Swift, its arguments, and how it is resolved.
public struct Field<Root: Sendable, Context: Sendable>: Sendable {
    let name: String
    let resolver: Resolver
    let definition: @Sendable (inout TypeCollector) -> FieldDefinition

    /// A field that is a property of the object.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - path: The property.
    ///   - description: What it means.
    ///   - deprecated: Why it should not be used any more.
    public init<Value: GraphQLOutput>(
        _ name: String, _ path: any KeyPath<Root, Value> & Sendable, _ description: String? = nil,
        deprecated: String? = nil
    ) {
        self.name = name
        resolver = .property { source, _ in
            guard let root = source as? Root else { throw SourceFault(expected: Root.self, found: source) }
            return root[keyPath: path].resolvedValue
        }
        definition = { types in
            FieldDefinition.made(name, description, [], Value.outputType(in: &types), deprecated)
        }
    }

    /// A field that is worked out, for one object at a time.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - arguments: The arguments, which `resolve` is given in the same order.
    ///   - description: What it means.
    ///   - deprecated: Why it should not be used any more.
    ///   - resolve: Gives the value for an object, the request's context and the arguments.
    public init<Value: GraphQLOutput, each Input: GraphQLInput>(
        _ name: String, _ arguments: repeat Argument<each Input>, description: String? = nil, deprecated: String? = nil,
        resolve: @escaping @Sendable (Root, Context, repeat each Input) async throws -> Value
    ) {
        self.name = name
        resolver = .single { source, call in
            guard let root = source as? Root else { throw SourceFault(expected: Root.self, found: source) }
            let context = try call.context(as: Context.self)
            let inputs = (repeat try (each arguments).value(in: call.arguments))
            return try await resolve(root, context, repeat each inputs).resolvedValue
        }
        definition = { types in
            var inputs: [InputValueDefinition] = []
            for argument in repeat each arguments { inputs.append(argument.definition(in: &types)) }
            return FieldDefinition.made(name, description, inputs, Value.outputType(in: &types), deprecated)
        }
    }

    init(
        name: String, resolver: Resolver, definition: @escaping @Sendable (inout TypeCollector) -> FieldDefinition
    ) {
        self.name = name
        self.resolver = resolver
        self.definition = definition
    }
}

extension FieldCall {
    /// The request's context, as the field's resolver wants it.
    func context<Context>(as _: Context.Type) throws -> Context {
        guard let context = context as? Context else { throw SourceFault(expected: Context.self, found: context) }
        return context
    }
}

extension FieldDefinition {
    /// A definition that stands in no document.
    static func made(
        _ name: String, _ description: String?, _ arguments: [InputValueDefinition], _ type: DeclaredType,
        _ deprecationReason: String?
    ) -> FieldDefinition {
        FieldDefinition(
            description: description, name: Name(text: name, start: 0), arguments: arguments, type: type.expression,
            directives: Directive.deprecated(deprecationReason), start: 0)
    }
}
