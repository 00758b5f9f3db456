import CLibPQ
import Glibc
public import Reactor

/// One session with a PostgreSQL server.
///
/// # Design
/// **One thread.** The actor lives on a ``PollLoop``: libpq is touched on that thread only, any number of connections
/// share it, and no call waits there. The exceptions are libpq's own: it looks up host names while connecting, and
/// blocks for that.
///
/// **Pipeline mode, always.** A statement that is new to the session is prepared, executed and synchronised in one
/// round trip, and so is a list of statements. Each text is prepared once (the 256 most recently used stay), results
/// come in binary format. Where the server has dropped a plan (SQLSTATE 26000) or its result has changed its shape
/// (0A000), the plan is made anew and the statement repeated, once, and only where all that has happened is
/// undone.
///
/// **Every wait ends.** When a deadline passes or the task is cancelled, the server is told to stop, and the answer is
/// awaited for two seconds more. If it comes, the session goes on; if not, it is closed. The call then throws what is
/// known: the result if there is one after all, `CancellationError` or ``PostgresError/Kind/deadlineExceeded`` if the
/// server has confirmed that it stopped, and otherwise an error whose ``PostgresError/outcomeIsUnknown`` is set.
///
/// **One at a time.** Calls that overlap run one after the other. Notifications arrive meanwhile, too.
///
/// Several callers share connections through a ``PostgresPool``.
public actor PostgresConnection {
    nonisolated let loop: PollLoop
    nonisolated let options: PostgresOptions

    /// libpq's connection, `nil` before it is opened and after it is closed.
    var handle: OpaquePointer?
    /// Why there is no connection any more.
    var end: PostgresError?
    /// Whether the socket has given its last byte; what libpq has buffered can still be read.
    var isLost = false
    var statements: StatementCache
    var notifications: NotificationBuffer
    let notices: NoticeLog
    var isListening = false
    /// How many tasks wait for a notification.
    var listeners = 0
    var transaction = TransactionPhase.none
    /// The settings of each transaction, where the session is only lent.
    var transactionSettings: SQL?
    private var isTaken = false
    private var turns: [CheckedContinuation<Void, Never>] = []

    /// How many calls may wait for their turn.
    private static let turnLimit = 64

    /// The loop, whose thread is the only one that touches this connection.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    private init(_ options: PostgresOptions, on loop: PollLoop) {
        (self.loop, self.options) = (loop, options)
        statements = StatementCache(limit: options.isSessionLent ? 0 : options.preparedStatementLimit)
        notifications = NotificationBuffer(limit: options.notificationLimit)
        notices = NoticeLog(limit: options.notificationLimit)
    }

    isolated deinit {
        if let handle { PQfinish(handle) }
    }

    /// Opens a session.
    /// - Parameters:
    ///   - conninfo: a connection string or URI (manual, 34.1.1); several hosts and `target_session_attrs` included.
    ///   - session: settings for the session, such as `("lock_timeout", "2s")`; all go in one round trip. A session
    ///     that is only lent has most of them for a transaction at a time: ``PostgresOptions/isSessionLent``.
    ///   - loop: where the connection lives.
    ///   - deadline: how long all of it may take. libpq tries the next host only when the one before has failed.
    ///   - options: how the connection behaves.
    /// - Returns: a connection that is ready for statements.
    /// - Throws: ``PostgresError/Kind/connectFailed``: then nothing was sent.
    public static func connect(
        _ conninfo: String, session: [(name: String, value: String)] = [], on loop: PollLoop,
        deadline: Duration = .seconds(5), options: PostgresOptions = PostgresOptions()
    ) async throws -> PostgresConnection {
        let connection = PostgresConnection(options, on: loop)
        try await connection.open(conninfo, session: session, within: deadline)
        return connection
    }

    /// Ends the session; calls that are under way fail, and a second `close` does nothing.
    public func close() { shut(PostgresError(.closed, "The connection is closed.")) }

    /// Whether the session has ended.
    public var isClosed: Bool { handle == nil }

    /// The server's process id of this session.
    public var processID: Int32 { handle.map(PQbackendPID) ?? 0 }

    /// What the server said besides results since the last call, at most ``PostgresOptions/notificationLimit``.
    public func takeNotices() -> [PostgresNotice] { notices.takeAll() }

    /// The connection, if it is open.
    func live() throws(PostgresError) -> OpaquePointer {
        guard let handle else { throw end ?? PostgresError(.closed, "The connection is not open.") }
        return handle
    }

    /// Closes the socket and keeps the reason for later calls.
    func shut(_ reason: PostgresError) {
        guard let handle else { return }
        self.handle = nil
        end = reason
        end?.outcomeIsUnknown = false
        // poll(2) does not notice that a descriptor is closed.
        loop.resumeWaiters(of: PQsocket(handle))
        PQfinish(handle)
    }

    /// Waits until no other call uses the connection; ``endTurn()`` must follow.
    func takeTurn() async throws(PostgresError) {
        if !isTaken {
            isTaken = true
            return
        }
        guard turns.count < Self.turnLimit else {
            throw PostgresError(.poolExhausted, "\(Self.turnLimit) calls wait for this one connection already.")
        }
        await withCheckedContinuation { turns.append($0) }
    }

    func endTurn() {
        // libpq finds those that came behind the last result only once that has been taken.
        if isListening, let handle { collectNotifications(handle) }
        guard turns.isEmpty else {
            turns.removeFirst().resume()
            return
        }
        isTaken = false
        if listeners > 0, let handle { loop.resumeWaiters(of: PQsocket(handle)) }
    }

    /// Whether a call is under way.
    var isBusy: Bool { isTaken }
}
