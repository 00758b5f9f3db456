public import Testing

/// Something did not come about in the time that a slow, busy machine gets.
public struct ConditionNotMet: Error {}

/// Asks until the answer is yes; the wait has an end, so that a test that fails does not hang.
public func eventually(
    _ comment: Comment = "It did not come to that.", sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while !(try await condition()) {
        guard ContinuousClock.now < deadline else {
            Issue.record(comment, sourceLocation: sourceLocation)
            throw ConditionNotMet()
        }
        try await Task.sleep(for: .milliseconds(2))
    }
}
