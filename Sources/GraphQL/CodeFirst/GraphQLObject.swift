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
public protocol GraphQLObject: GraphQLOutput {
    /// What the resolvers of the schema are told about the request.
    associatedtype Context: Sendable

    /// The type's name and fields.
    static var graphQL: ObjectDefinition<Self, Context> { get }
}

/// The definition of an object type.
public struct ObjectDefinition<Root: Sendable, Context: Sendable>: Sendable {
    let name: String
    let description: String?
    let interfaces: [any GraphQLInterface.Type]
    let fields: [Field<Root, Context>]

    /// Defines an object type.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - description: What it means.
    ///   - interfaces: The interfaces it implements; it has their fields among its own.
    ///   - fields: The fields, one a line.
    public init(
        _ name: String, _ description: String? = nil, implements interfaces: [any GraphQLInterface.Type] = [],
        @FieldBuilder<Root, Context> fields: () -> [Field<Root, Context>]
    ) {
        self.name = name
        self.description = description
        self.interfaces = interfaces
        self.fields = fields()
    }
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

    /// The object itself.
    public var resolvedValue: ResolvedValue { .object(self, type: Self.graphQLName) }
}
