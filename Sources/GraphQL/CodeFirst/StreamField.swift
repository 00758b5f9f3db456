/// A field of the subscription root: each element of its sequence is the field's value in one response.
public struct StreamField<Root: Sendable, Context: Sendable>: Sendable {
    let field: Field<Root, Context>

    /// Declares the field.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - arguments: The arguments, which `resolve` is given in the same order.
    ///   - description: What it means.
    ///   - resolve: Gives the sequence of events for the request's context and the arguments.
    public init<Events: AsyncSequence & Sendable, each Input: GraphQLInput>(
        _ name: String, _ arguments: repeat Argument<each Input>, description: String? = nil,
        resolve: @escaping @Sendable (Context, repeat each Input) async throws -> Events
    ) where Events.Element: GraphQLOutput {
        let resolver = Resolver.stream { call in
            let context = try call.context(as: Context.self)
            let inputs = (repeat try (each arguments).value(in: call.arguments))
            return EventStream(try await resolve(context, repeat each inputs))
        }
        field = Field(name: name, resolver: resolver) { types in
            var inputs: [InputValueDefinition] = []
            for argument in repeat each arguments { inputs.append(argument.definition(in: &types)) }
            return FieldDefinition.made(name, description, inputs, Events.Element.outputType(in: &types), nil)
        }
    }
}
