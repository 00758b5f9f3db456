import Dispatch
import Synchronization

/// A private PostgreSQL cluster that the programs of one user share: the first one in starts it, the last one out
/// stops it, and whoever notices that it is gone brings it back.
///
/// Two lock files make that safe. The *mutex* is held for the short time of starting, stopping and leaving. The
/// *users lock* is held in common by every program from joining to leaving; one that can have it alone is the last.
/// The kernel lets go of both when a program dies. A program that is killed as the last one leaves the server
/// running, which does no harm: the next one adopts it.
///
/// The server runs as the invoking user. Root hands it to the owner of existing data, else to
/// ``ClusterOptions/account``, `postgres` or `nobody`. It listens on no network, and only through the accounts of
/// root, of the server and of its starter can anybody connect (`peer` authentication), so there is no password.
///
/// The work is blocking and bounded, and is done on a queue of its own, never on the threads of Swift's tasks.
public final class EmbeddedCluster: Sendable {
    /// What the cluster was asked to be.
    public let options: ClusterOptions

    private let queue: DispatchQueue
    private let membership: Mutex<FileLock?>

    /// Names a cluster; nothing is touched before ``start()``.
    public init(options: ClusterOptions) {
        self.options = options
        queue = DispatchQueue(label: options.name + ".cluster")
        membership = Mutex(nil)
    }

    /// Joins the cluster: makes it if it is missing, starts it if it is down, adopts it if it runs.
    ///
    /// A second call by a program that has joined is the same as ``ensureRunning()``.
    public func start() async throws -> ClusterAddress {
        try await onQueue { try $0.startBlocking() }
    }

    /// Brings the cluster back if it is gone, as after a crash; instant if it answers.
    ///
    /// Any program may call this whenever its connections fail, several at the same time: one of them does the work.
    public func ensureRunning() async throws -> ClusterAddress {
        try await start()
    }

    /// Leaves the cluster, and stops it if no other program is in it.
    @discardableResult
    public func leave() async throws -> Departure {
        try await onQueue { try $0.leaveBlocking() }
    }

    /// Stops the server whether or not this program has joined.
    ///
    /// - Parameters:
    ///   - mode: How the server is told.
    ///   - evenIfInUse: Whether the sessions of other programs are ended as well.
    /// - Throws: `EmbeddedPostgresError.inUse` where other programs are in it and `evenIfInUse` is false.
    public func stop(_ mode: ShutdownMode = .fast, evenIfInUse: Bool = false) async throws {
        try await onQueue { try $0.stopBlocking(mode, evenIfInUse: evenIfInUse) }
    }

    /// Looks at the cluster without making, starting or joining anything.
    public func status() async throws -> ClusterStatus {
        try await onQueue { $0.look() }
    }

    /// As ``start()``, on the calling thread.
    public func startBlocking() throws(EmbeddedPostgresError) -> ClusterAddress {
        if isMember, let address = runningAddress { return address }
        let session = try ClusterSession(options: options)
        return try session.underMutex { () throws(EmbeddedPostgresError) in
            try join(session)
            return try session.bringUp()
        }
    }

    /// As ``leave()``, on the calling thread; for the last moments of a program, when no task runs any more.
    @discardableResult
    public func leaveBlocking() throws(EmbeddedPostgresError) -> Departure {
        guard let users = membership.withLock({ $0.take() }) else { return .notJoined }
        defer { users.unlock() }
        let session = try ClusterSession(options: options)
        return try session.underMutex { () throws(EmbeddedPostgresError) in
            guard users.tryExclusive() else { return .leftRunning }
            try session.stop(.fast)
            return .stopped
        }
    }

    /// As ``stop(_:evenIfInUse:)``, on the calling thread.
    public func stopBlocking(_ mode: ShutdownMode, evenIfInUse: Bool) throws(EmbeddedPostgresError) {
        guard options.location.existing != nil else { return }
        let session = try ClusterSession(options: options)
        let own = membership.withLock { $0.take() }
        defer { own?.unlock() }
        try session.underMutex { () throws(EmbeddedPostgresError) in
            if !evenIfInUse {
                own?.unlock()
                let users = try session.usersLock()
                defer { users.unlock() }
                guard users.tryExclusive() else { throw .inUse }
            }
            try session.stop(mode)
        }
    }

    private var isMember: Bool { membership.withLock { $0 != nil } }

    private func join(_ session: ClusterSession) throws(EmbeddedPostgresError) {
        guard !isMember else { return }
        let users = try session.usersLock()
        // Nobody holds this lock alone but for the blink of a leave or a stop, and those hold the mutex.
        try users.lockShared(within: .seconds(10))
        membership.withLock { $0 = users }
    }

    private func onQueue<Result: Sendable>(
        _ work: @escaping @Sendable (EmbeddedCluster) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work(self) }) }
        }
    }
}
