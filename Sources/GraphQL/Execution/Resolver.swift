package import JSON

/// How a field gets its value.
enum Resolver: Sendable {
    /// From the parent's value, at once.
    case property(@Sendable (any Sendable, FieldCall) throws -> Resolved)
    /// For one parent at a time, waiting for something.
    case single(@Sendable (any Sendable, FieldCall) async throws -> Resolved)
    /// For all parents of one level at once; as many values as parents, in their order.
    case batch(@Sendable ([any Sendable], FieldCall) async throws -> [Resolved])
    /// A subscription's source: each element is the field's value in one response.
    case stream(@Sendable (FieldCall) async throws -> AsyncThrowingStream<Resolved, any Error>)
}

/// What a resolver is told besides the parent's value.
struct FieldCall: Sendable {
    /// The coerced arguments; one that was not given and has no default is absent.
    let arguments: [String: JSONValue]
    /// What the caller of `execute` handed over.
    let context: any Sendable
}

/// A value that a resolver gave, before it is checked against the field's type.
package enum Resolved: Sendable {
    case null
    /// A leaf, or JSON in which a schema without resolvers of its own finds its fields.
    case json(JSONValue)
    case list([Resolved])
    /// An object; with its type's name where the field's type is an interface or a union.
    case object(any Sendable, type: String?)
    /// A value that could not be had, among others that could.
    case failure(any Error)
}
