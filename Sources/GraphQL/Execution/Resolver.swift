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
