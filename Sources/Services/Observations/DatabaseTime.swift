import Synchronization

/// Adds up how long a request has waited for the database, where somebody wants to know.
package final class DatabaseTime: Sendable {
    /// That of the request that the task works for.
    @TaskLocal package static var current: DatabaseTime?

    private let nanoseconds = Atomic<Int64>(0)

    package init() {}

    package var total: Duration { .nanoseconds(nanoseconds.load(ordering: .relaxed)) }

    func add(since start: ContinuousClock.Instant) {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        nanoseconds.add(seconds * 1_000_000_000 + attoseconds / 1_000_000_000, ordering: .relaxed)
    }
}
