/// The definition of a custom scalar.
public struct ScalarDefinition: Sendable {
    let name: String
    let description: String?
    let specifiedBy: String?

    /// Defines a scalar.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - description: What it means.
    ///   - specifiedBy: The address of its specification.
    public init(_ name: String, _ description: String? = nil, specifiedBy: String? = nil) {
        self.name = name
        self.description = description
        self.specifiedBy = specifiedBy
    }
}
