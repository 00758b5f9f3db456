/// The definition of a union.
public struct UnionDefinition: Sendable {
    let name: String
    let description: String?
    let members: [any GraphQLObject.Type]

    /// Defines a union.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - members: The object types that a value may be of.
    ///   - description: What it means.
    public init(_ name: String, of members: [any GraphQLObject.Type], description: String? = nil) {
        self.name = name
        self.description = description
        self.members = members
    }
}
