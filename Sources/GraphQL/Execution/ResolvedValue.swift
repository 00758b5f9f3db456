public import JSON

/// A value that a resolver gave, before it is checked against the field's type.
public enum ResolvedValue: Sendable {
    /// No value.
    case null
    /// A leaf, or JSON in which a schema without resolvers of its own finds its fields.
    case json(JSONValue)
    /// Values in their order.
    case list([ResolvedValue])
    /// An object; with its type's name where the field's type is an interface or a union.
    case object(any Sendable, type: String?)
    /// A value that could not be had, among others that could.
    case failure(any Error)
}
