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
