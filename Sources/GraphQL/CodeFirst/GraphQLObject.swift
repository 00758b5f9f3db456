/// A Swift type that is an object type of a schema.
///
/// ```swift
/// extension User: GraphQLObject {
///     static let graphQL = ObjectDefinition<User, App>("User", "A customer.") {
///         Field("email", \.email, "Where mail goes.")
///         BatchField("orders") { users, app in try await app.orders(of: users) }
///     }
/// }
/// ```
///
/// A generic type, such as a page of something, computes its definition: `static var graphQL: … { … }`.
public protocol GraphQLObject: GraphQLOutput {
    /// What the resolvers of the schema are told about the request.
    associatedtype Context: Sendable

    /// The type's name and fields.
    static var graphQL: ObjectDefinition<Self, Context> { get }
}

extension GraphQLObject {
    /// The object's name in the schema.
    public static var graphQLName: String { graphQL.name }

    /// The type's name; a value of an object type cannot be null.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType {
        let object = graphQL
        types.declare(object.name, for: Self.self) { types in
            let interfaces = object.interfaces.map { $0.declare(in: &types) }
            var fields: [FieldDefinition] = []
            for field in object.fields {
                fields.append(field.definition(&types))
                types.resolve(field.name, of: object.name, by: field.resolver)
            }
            return .made(.object, object.name, object.description, interfaces: interfaces, fields: fields)
        }
        return .named(object.name)
    }

    /// The object itself; its type follows from the field's.
    public var resolvedValue: ResolvedValue { .object(self, type: nil) }

    /// The object, and what type it is of.
    var resolvedMember: ResolvedValue { .object(self, type: Self.graphQLName) }
}
