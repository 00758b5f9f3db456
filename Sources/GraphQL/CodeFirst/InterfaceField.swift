/// A field that an interface promises.
public struct InterfaceField: Sendable {
    let definition: @Sendable (inout TypeCollector) -> FieldDefinition

    /// Declares the field.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - type: The Swift type of its value.
    ///   - arguments: The arguments.
    ///   - description: What it means.
    public init<Value: GraphQLOutput, each Input: GraphQLInput>(
        _ name: String, _ type: Value.Type, _ arguments: repeat Argument<each Input>, description: String? = nil
    ) {
        definition = { types in
            var inputs: [InputValueDefinition] = []
            for argument in repeat each arguments { inputs.append(argument.definition(in: &types)) }
            return FieldDefinition.made(name, description, inputs, Value.outputType(in: &types), nil)
        }
    }
}
