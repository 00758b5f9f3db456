/// The definition of an enumeration.
public struct EnumDefinition<Value: Hashable & Sendable>: Sendable {
    let name: String
    let description: String?
    let descriptions: [Value: String]
    let deprecations: [Value: String]

    /// Defines an enumeration.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - description: What it means.
    ///   - values: What single values mean.
    ///   - deprecated: The values that should not be used any more, and why.
    public init(
        _ name: String, _ description: String? = nil, values: [Value: String] = [:], deprecated: [Value: String] = [:]
    ) {
        self.name = name
        self.description = description
        descriptions = values
        deprecations = deprecated
    }
}
