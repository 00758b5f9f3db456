/// Runs `body`, and cancels it when it takes longer than `limit`.
///
/// - Throws: `late` when the time is over, once `body` has answered its cancellation.
func withDeadline<Value: Sendable>(
    _ limit: Duration, otherwise late: Problem, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: limit)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw late }
        return value
    }
}
