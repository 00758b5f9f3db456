import Glibc

/// Starts and stops the server of one data directory.
///
/// Only the holder of the mutex may use it.
struct ServerLauncher {
    let dataDirectory: String
    let binaries: ServerBinaries
    let account: ServerAccount
    let logFile: String
    let startLimit: Duration

    /// How long the remains of a killed server are waited for before something is done about them.
    private static let patienceWithRemains: Duration = .seconds(5)
    private static let maximumLogBytes = 4_194_304

    /// Brings the server up, whatever state it is in, and gives what it says about itself.
    ///
    /// After kill -9 of a server a new one is refused for a while: the dead one may be a zombie, and its sessions
    /// may run their statements to the end. Such refusals are tried again; any other failure is final.
    func bringUp(writing configuration: ServerConfiguration) throws(EmbeddedPostgresError) -> PostmasterFile {
        let deadline = Deadline(after: startLimit)
        let patience = Deadline(after: Self.patienceWithRemains)
        let recheck = Deadline(after: .seconds(1))
        while true {
            switch ServerState.of(dataDirectory: dataDirectory) {
            case .ready(let file): return file
            case .unreachable where recheck.hasPassed: try stop(.fast)
            case .busy, .unreachable: break
            case .stopped:
                try configuration.write(to: dataDirectory, owner: account)
                if let file = try attempt(until: deadline) { return file }
                if patience.hasPassed { clearRemains() }
            }
            guard !deadline.hasPassed else {
                throw .startFailed(logFile: logFile, excerpt: "not ready within \(startLimit); \(logTail(from: 0))")
            }
            usleep(20_000)
        }
    }

    /// Starts the server once: its file when it is ready, nil when it was refused for a reason that passes.
    private func attempt(until deadline: Deadline) throws(EmbeddedPostgresError) -> PostmasterFile? {
        let logged = rotateLog()
        let child = try ServerChild(account.command(binaries.postgres, ["-D", dataDirectory]), logFile: logFile)
        var ready: PostmasterFile?
        _ = deadline.wait(everyMilliseconds: 2) {
            if case .ready(let file) = ServerState.of(dataDirectory: dataDirectory) { ready = file }
            return ready != nil || child.hasEnded
        }
        if let ready { return ready }
        let excerpt = logTail(from: logged)
        guard child.hasEnded, Self.passes(excerpt) else { throw .startFailed(logFile: logFile, excerpt: excerpt) }
        return nil
    }

    /// Whether a refusal is one that ends by itself: a lock file or shared memory of a server that is dying.
    static func passes(_ excerpt: String) -> Bool {
        (excerpt.contains("lock file") && excerpt.contains("already exists"))
            || excerpt.contains("pre-existing shared memory block")
    }

    /// Does away with what a killed server has left: sessions that compute on, and files that name a zombie.
    ///
    /// PostgreSQL's own rule is never to remove `postmaster.pid` by hand, since a server might live. Here its process
    /// is known to be dead (a zombie keeps its number, so it cannot be another one), and no process works in the
    /// directory. Without this, a machine whose first process never waits for orphans could not start it again.
    private func clearRemains() {
        let orphans = ProcessTable.processes(in: dataDirectory)
        for orphan in orphans { kill(orphan, SIGQUIT) }
        guard orphans.isEmpty, let file = PostmasterFile(dataDirectory: dataDirectory),
            ProcessTable.isZombie(file.processID)
        else { return }
        unlink(PostmasterFile.path(in: dataDirectory))
        unlink(SocketDirectory.socket(in: file.socketDirectory) + ".lock")
    }

    /// Stops the server and waits until it is gone.
    func stop(_ mode: ShutdownMode) throws(EmbeddedPostgresError) {
        try Self.stop(dataDirectory: dataDirectory, mode)
    }

    /// Stops the server of a data directory: politely (sessions are ended, data are written), then not so.
    static func stop(dataDirectory: String, _ mode: ShutdownMode) throws(EmbeddedPostgresError) {
        guard let file = PostmasterFile(dataDirectory: dataDirectory),
            ProcessTable.isAlive(file.processID, in: dataDirectory)
        else { return }
        let signals = mode == .fast ? [SIGINT, SIGQUIT] : [SIGQUIT]
        for signal in signals {
            guard kill(file.processID, signal) == 0 || errno == ESRCH else {
                throw .system(call: "kill", path: "process \(file.processID)", errno: errno)
            }
            let gone = Deadline(after: .seconds(30)).wait(everyMilliseconds: 2) {
                !ProcessTable.isAlive(file.processID, in: dataDirectory)
            }
            if gone { return }
        }
        throw .stopFailed(processID: file.processID)
    }

    /// Keeps one older log when the log has grown; gives the length of the log.
    private func rotateLog() -> Int {
        guard let length = status(ofLink: logFile)?.st_size else { return 0 }
        guard length > Self.maximumLogBytes else { return Int(length) }
        rename(logFile, logFile + ".1")
        return 0
    }

    private func logTail(from offset: Int) -> String {
        printable((contents(of: logFile, from: offset) ?? []).suffix(2048))
    }
}
