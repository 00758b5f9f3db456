/// Why definitions make no schema: all faults at once.
public struct SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The faults, in the order of the definitions.
    public let errors: [GraphQLError]

    init(errors: [GraphQLError]) { self.errors = errors }

    /// One fault a line.
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}
