public import JSON

/// A Swift type that is an input object of a schema.
///
/// ```swift
/// extension NewLine: GraphQLInputObject {
///     static let graphQL = InputDefinition(
///         "NewLine", Argument("product", GraphQLID.self), Argument("quantity", Int.self, default: 1)
///     ) { NewLine(product: $0, quantity: $1) }
/// }
/// ```
public protocol GraphQLInputObject: GraphQLInput {
    /// The input object's name and fields.
    static var graphQL: InputDefinition<Self> { get }
}

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

extension GraphQLInputObject {
    /// The input object's name.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType {
        let definition = graphQL
        types.declare(definition.name, for: Self.self) { types in
            .made(
                .inputObject, definition.name, definition.description,
                directives: definition.isOneOf ? [.made("oneOf")] : [], inputFields: definition.fields(&types))
        }
        return .named(definition.name)
    }

    /// The value of an object.
    public init(graphQLInput value: JSONValue?) throws {
        guard case .object(let object) = value else { throw InputMismatch(Self.self) }
        let members = Dictionary(object.members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        self = try Self.graphQL.make(members)
    }
}
