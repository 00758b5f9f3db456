/// The definition of an interface.
public struct InterfaceDefinition: Sendable {
    let name: String
    let description: String?
    let objects: [any GraphQLObject.Type]
    let fields: [InterfaceField]

    /// Defines an interface.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - description: What it means.
    ///   - objects: The object types that implement it.
    ///   - fields: The fields that all of them have.
    public init(
        _ name: String, _ description: String? = nil, implementedBy objects: [any GraphQLObject.Type],
        fields: [InterfaceField]
    ) {
        self.name = name
        self.description = description
        self.objects = objects
        self.fields = fields
    }
}
