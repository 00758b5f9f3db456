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
        guard case .object(let object) = value else { throw GraphQLError.mismatch(Self.self) }
        let members = Dictionary(object.members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        self = try Self.graphQL.make(members)
    }
}
