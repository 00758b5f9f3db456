import JSON

/// An argument of a field, or a field of an input object: the schema's text and the Swift type in one.
public struct Argument<Value: GraphQLInput>: Sendable {
    let name: String
    let description: String?
    let defaultValue: JSONValue?
    let deprecationReason: String?

    /// Declares an argument.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - type: The Swift type; an optional one need not be given.
    ///   - default: What it is where it is not given; the value of an enumeration as its name.
    ///   - description: What it means.
    ///   - deprecated: Why it should not be used any more.
    public init(
        _ name: String, _ type: Value.Type = Value.self, default: DefaultValue? = nil, description: String? = nil,
        deprecated: String? = nil
    ) {
        self.name = name
        self.description = description
        defaultValue = `default`?.json
        deprecationReason = deprecated
    }

    func definition(in types: inout TypeCollector) -> InputValueDefinition {
        let type = Value.inputType(in: &types)
        return InputValueDefinition(
            description: description, name: Name(text: name, start: 0), type: type.expression,
            defaultValue: defaultValue.map { type.literal($0) }, directives: Directive.deprecated(deprecationReason),
            start: 0)
    }

    /// The argument's value among all of a call.
    func value(in arguments: [String: JSONValue]) throws -> Value { try Value(graphQLInput: arguments[name]) }
}
