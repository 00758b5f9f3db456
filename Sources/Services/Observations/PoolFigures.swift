import Postgres

/// What the pool of connections to the database is doing.
package struct PoolFigures: Hashable, Sendable {
    /// How many connections there may be.
    package let size: Int
    /// How many are at work.
    package let busy: Int
    /// How many there are that nobody uses.
    package let idle: Int
    /// How many callers wait for one.
    package let waiting: Int

    init(_ state: PostgresPool.State) {
        (size, busy, idle, waiting) = (state.size, state.leased, state.idle, state.waiting)
    }
}
