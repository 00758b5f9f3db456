import JSON

/// The definition of an input object.
public struct InputDefinition<Value: Sendable>: Sendable {
    let name: String
    let description: String?
    let isOneOf: Bool
    let fields: @Sendable (inout TypeCollector) -> [InputValueDefinition]
    let make: @Sendable ([String: JSONValue]) throws -> Value

    /// Defines an input object.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - fields: The fields, which `make` is given in the same order.
    ///   - description: What it means.
    ///   - isOneOf: Whether exactly one of the fields must be given; all of them are optional then.
    ///   - make: Makes the Swift value of the fields.
    public init<each Input: GraphQLInput>(
        _ name: String, _ fields: repeat Argument<each Input>, description: String? = nil, isOneOf: Bool = false,
        make: @escaping @Sendable (repeat each Input) throws -> Value
    ) {
        self.name = name
        self.description = description
        self.isOneOf = isOneOf
        self.fields = { types in
            var inputs: [InputValueDefinition] = []
            for field in repeat each fields { inputs.append(field.definition(in: &types)) }
            return inputs
        }
        self.make = { values in try make(repeat (each fields).value(in: values)) }
    }
}
