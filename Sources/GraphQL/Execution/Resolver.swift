import JSON

/// How a field gets its value.
enum Resolver: Sendable {
    /// From the parent's value, at once.
    case property(@Sendable (any Sendable, FieldCall) throws -> ResolvedValue)
    /// For one parent at a time, waiting for something.
    case single(@Sendable (any Sendable, FieldCall) async throws -> ResolvedValue)
    /// For all parents of one level at once; as many values as parents, in their order.
    case batch(@Sendable ([any Sendable], FieldCall) async throws -> [ResolvedValue])
    /// A subscription's source: each element is the field's value in one response.
    case stream(@Sendable (FieldCall) async throws -> EventStream)
}

/// What a resolver is told besides the parent's value.
struct FieldCall: Sendable {
    /// The coerced arguments; one that was not given and has no default is absent.
    let arguments: [String: JSONValue]
    /// What the caller of `execute` handed over.
    let context: any Sendable
}
