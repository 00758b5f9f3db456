import Postgres
import Repositories
import TestSupport
import Testing

/// Two transactions whose steps are taken in a given order; one that waits for the other's lock is let wait.
struct Interleaving {
    /// What a transaction does between BEGIN and COMMIT; whether it changed anything.
    typealias Change = @Sendable (any Session) async throws -> Bool

    private let changes: [Change]

    init(_ first: @escaping Change, _ second: @escaping Change) { changes = [first, second] }

    /// Takes the steps, and gives what became of the two.
    func run(_ steps: [Bool]) async throws -> [Bool] {
        let database = try TestDatabase.current
        let sessions = [try await database.connect(), try await database.connect()]
        for session in sessions { _ = try await session.query("SET lock_timeout = '20s'") }
        var taken = [0, 0]
        var running: [Task<Bool, any Error>?] = [nil, nil]
        var results = [false, false]
        // Steps of one that waits come as soon as the other lets it go on.
        var due = steps.map { $0 ? 0 : 1 }
        while !due.isEmpty {
            let place = try due.firstIndex { running[$0] == nil } ?? Self.unreachable()
            let actor = due.remove(at: place)
            let (session, change) = (sessions[actor], changes[actor])
            switch taken[actor] {
            case 0: _ = try await session.query("BEGIN")
            case 1:
                let task = Task { try await change(session) }
                if try await isWaiting(session, task) {
                    running[actor] = task
                } else {
                    results[actor] = try await task.value
                }
            default:
                _ = try await session.query("COMMIT")
                // The other one goes on now.
                let other = 1 - actor
                if let task = running[other] {
                    results[other] = try await task.value
                    running[other] = nil
                }
            }
            taken[actor] += 1
        }
        for session in sessions { await session.close() }
        return results
    }

    private static func unreachable() throws -> Int { throw Unexpected(nil) }

    /// Whether a step waits for a lock; false once it is done.
    private func isWaiting(_ session: PostgresConnection, _ task: Task<Bool, any Error>) async throws -> Bool {
        let isDone = Flag()
        Task {
            _ = try? await task.value
            isDone.raise()
        }
        let process = await session.processID
        var isWaiting = false
        try await eventually {
            if isDone.isRaised { return true }
            let rows = try await TestDatabase.current.pool.query(
                "SELECT count(*) AS n FROM pg_stat_activity WHERE pid = \(process) AND wait_event_type = 'Lock'")
            isWaiting = try rows[0]["n"] as Int64 == 1
            return isWaiting
        }
        return isWaiting
    }
}
