public import Reactor

/// A bounded set of connections that many tasks share, each connection used by one task at a time.
///
/// Connections are opened when they are needed, and looked at before they are handed out: one that the server has
/// ended meanwhile is replaced before anything is sent, so that a restart of the server costs its callers nothing but
/// time. While the server can't be reached, new connections are tried again and again, at growing distances, until
/// `connectLimit` has passed.
///
/// Callers wait in line, for at most `waitLimit`, and no more than `queueLimit` of them: overload is an error
/// (``PostgresError/Kind/poolExhausted``), not a growing delay.
///
/// A statement is the affair of the loop's thread from its beginning to its end: its task prefers the loop meanwhile,
/// so that asking for a connection, sending, receiving and giving back wake no other thread in between.
///
/// A task that is cancelled, or that fails in the middle of a transaction, leaves nothing behind: the connection is
/// rolled back before the next task gets it, and closed if that can't be done.
public actor PostgresPool {
    /// How many connections and callers the pool takes, and for how long.
    struct Limits: Sendable {
        let size: Int
        let queue: Int
        let wait: Duration
        let connect: Duration
    }

    nonisolated let limits: Limits
    /// Where the connections live; what runs there holds up whoever asks them.
    public nonisolated let loop: PollLoop
    let conninfo: String
    let session: [(name: String, value: String)]
    let options: PostgresOptions

    /// The connections that nobody uses; the last one was used most recently.
    var idle: [PostgresConnection] = []
    /// All connections: idle, in use, or being opened.
    var openCount = 0
    var waiters: [Waiter] = []
    var lastWaiter: UInt64 = 0
    var isTimerRunning = false
    var isClosed = false
    var closers: [CheckedContinuation<Void, Never>] = []
    /// Why the latest attempt to connect failed; `nil` after one that did not.
    var connectFailure: PostgresError?

    /// The loop of the connections: asking the pool for one then costs no change of threads.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// A pool; it opens nothing yet.
    /// - Parameters:
    ///   - conninfo: a connection string or URI (manual, 34.1.1).
    ///   - session: settings of every session, such as `("lock_timeout", "2s")`.
    ///   - size: how many connections there may be.
    ///   - queueLimit: how many callers may wait.
    ///   - waitLimit: how long a caller waits for a connection that others use.
    ///   - connectLimit: how long a caller waits for a connection to be opened, attempts after failures included.
    ///   - options: how the connections behave.
    ///   - loop: where the connections live.
    public init(
        conninfo: String, session: [(name: String, value: String)] = [], size: Int = 6, queueLimit: Int = 64,
        waitLimit: Duration = .seconds(1), connectLimit: Duration = .seconds(5),
        options: PostgresOptions = PostgresOptions(), on loop: PollLoop
    ) {
        precondition(size > 0, "A pool needs room for one connection.")
        precondition(queueLimit >= 0, "The limit of the queue can't be negative.")
        limits = Limits(size: size, queue: queueLimit, wait: waitLimit, connect: connectLimit)
        (self.conninfo, self.session, self.options, self.loop) = (conninfo, session, options, loop)
    }

    /// Runs one statement on any connection; see ``PostgresConnection/query(_:deadline:)``.
    public nonisolated func query(_ sql: SQL, deadline: Duration? = nil) async throws -> Rows {
        try await withTaskExecutorPreference(loop) {
            try await withConnection { connection in try await connection.query(sql, deadline: deadline) }
        }
    }

    /// Runs several statements in one round trip on any connection, as one transaction; see
    /// ``PostgresConnection/pipeline(_:deadline:)``.
    public nonisolated func pipeline(_ statements: [SQL], deadline: Duration? = nil) async throws -> [Rows] {
        try await withTaskExecutorPreference(loop) {
            try await withConnection { connection in try await connection.pipeline(statements, deadline: deadline) }
        }
    }

    /// Lends a connection to `body`, which has it to itself and must not keep it.
    public nonisolated func withConnection<Value>(
        _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let connection = try await lease()
        do {
            let value = try await body(connection)
            await giveBack(connection)
            return value
        } catch {
            await giveBack(connection)
            throw error
        }
    }
}
