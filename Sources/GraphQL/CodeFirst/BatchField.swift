/// A field that is worked out for all objects of one level of the response at once.
///
/// A relation is such a field: whatever the number of objects, it is one call, and so one statement to a store.
public struct BatchField<Root: Sendable, Context: Sendable>: Sendable {
    let field: Field<Root, Context>

    /// Declares the field.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - arguments: The arguments, which `resolve` is given in the same order.
    ///   - description: What it means.
    ///   - deprecated: Why it should not be used any more.
    ///   - resolve: Gives as many values as there are objects, in their order.
    public init<Value: GraphQLOutput, each Input: GraphQLInput>(
        _ name: String, _ arguments: repeat Argument<each Input>, description: String? = nil, deprecated: String? = nil,
        resolve: @escaping @Sendable ([Root], Context, repeat each Input) async throws -> [Value]
    ) {
        let resolver = Resolver.batch { sources, call in
            let roots = try sources.map { source in
                guard let root = source as? Root else { throw SourceFault(expected: Root.self, found: source) }
                return root
            }
            let context = try call.context(as: Context.self)
            let inputs = (repeat try (each arguments).value(in: call.arguments))
            return try await resolve(roots, context, repeat each inputs).map(\.resolvedValue)
        }
        field = Field(name: name, resolver: resolver) { types in
            var inputs: [InputValueDefinition] = []
            for argument in repeat each arguments { inputs.append(argument.definition(in: &types)) }
            return FieldDefinition.made(name, description, inputs, Value.outputType(in: &types), deprecated)
        }
    }
}
