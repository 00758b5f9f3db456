/// Something did not come about in the time that a slow, busy machine gets.
struct NotInTime: Error, CustomStringConvertible {
    let what: String
    /// What was there instead.
    let seen: String

    var description: String { "Not in time: \(what)\n\(seen)" }
}

/// How long a condition is waited for: tests share their machine with builds and with each other.
let patience: Duration = .seconds(300)

/// Looks again and again until `look` gives a value.
///
/// - Throws: ``NotInTime`` with what `seen` tells.
func eventually<Value>(
    _ what: String, within limit: Duration = patience, seen: () async -> String = { "" },
    _ look: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    var pause = Duration.milliseconds(2)
    while true {
        if let value = try await look() { return value }
        guard ContinuousClock.now < deadline else { throw NotInTime(what: what, seen: await seen()) }
        // Nothing tells of the change; it is looked for often at first, then a few times a second.
        try await Task.sleep(for: pause)
        pause = min(pause * 2, .milliseconds(100))
    }
}
