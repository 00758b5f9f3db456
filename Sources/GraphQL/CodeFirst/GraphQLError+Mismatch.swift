extension GraphQLError {
    /// A value that passed the schema is none of the Swift type.
    static func mismatch(_ type: Any.Type) -> GraphQLError { GraphQLError("The value is no \(type).") }
}
