import JSON

/// What a resolver is told besides the parent's value.
struct FieldCall: Sendable {
    /// The coerced arguments; one that was not given and has no default is absent.
    let arguments: [String: JSONValue]
    /// What the caller of `execute` handed over.
    let context: any Sendable
}
