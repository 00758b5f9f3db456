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

    /// How long the sessions of a killed server may go on before they are told to end, and before they are killed.
    private static let patienceWithOrphans: Duration = .seconds(2)
    private static let tolerance: Duration = .seconds(6)
    private static let maximumKills = 10
    private static let maximumLogBytes = 4_194_304

    /// Brings the server up, whatever state it is in, and gives what it says about itself.
    ///
    /// After kill -9 of a server a new one is refused for a while: the dead one may be a zombie, and its sessions
    /// may run their statements to the end. Such refusals are tried again, and so is a server that was killed while
    /// it started; any other failure is final.
    func bringUp(writing configuration: ServerConfiguration) throws(EmbeddedPostgresError) -> PostmasterFile {
        let deadline = Deadline(after: startLimit)
        let patience = Deadline(after: Self.patienceWithOrphans)
        let tolerance = Deadline(after: Self.tolerance)
        let recheck = Deadline(after: .seconds(1))
        var pauseMilliseconds: UInt32 = 20
        var kills = 0
        while true {
            switch ServerState.of(dataDirectory: dataDirectory) {
            case .ready(let file): return file
            case .unreachable where recheck.hasPassed: try stop(.fast)
            case .busy, .unreachable: break
            case .stopped:
                try configuration.write(to: dataDirectory, owner: account)
                ServerRemains.clearZombie(in: dataDirectory)
                switch try attempt(until: deadline) {
                case .ready(let file): return file
                case .refused:
                    pauseMilliseconds = min(250, pauseMilliseconds * 3 / 2)
                    if patience.hasPassed {
                        ServerRemains.endOrphans(in: dataDirectory, with: tolerance.hasPassed ? SIGKILL : SIGQUIT)
                    }
                case .killed(let excerpt):
                    kills += 1
                    guard kills < Self.maximumKills else { throw .startFailed(logFile: logFile, excerpt: excerpt) }
                }
            }
            guard !deadline.hasPassed else {
                throw .startFailed(logFile: logFile, excerpt: "not ready within \(startLimit); \(logTail(from: 0))")
            }
            usleep(pauseMilliseconds * 1000)
        }
    }

    /// How one start has ended.
    private enum Attempt {
        case ready(PostmasterFile)
        /// Refused for a reason that passes.
        case refused
        /// Ended by a signal from outside, with what it had logged.
        case killed(String)
    }

    private func attempt(until deadline: Deadline) throws(EmbeddedPostgresError) -> Attempt {
        let logged = rotateLog()
        let child = try ServerChild(account.command(binaries.postgres, ["-D", dataDirectory]), logFile: logFile)
        var ready: PostmasterFile?
        _ = deadline.wait(everyMilliseconds: 2) {
            if case .ready(let file) = ServerState.of(dataDirectory: dataDirectory) { ready = file }
            return ready != nil || child.end != nil
        }
        if let ready { return .ready(ready) }
        let excerpt = logTail(from: logged)
        switch child.end {
        case .killed: return .killed("it was killed while starting; \(excerpt)")
        case .exited where Self.passes(excerpt): return .refused
        case .exited, nil: throw .startFailed(logFile: logFile, excerpt: excerpt)
        }
    }

    /// Whether a refusal is one that ends by itself: a lock file or shared memory of a server that is dying.
    static func passes(_ excerpt: String) -> Bool {
        (excerpt.contains("lock file") && excerpt.contains("already exists"))
            || excerpt.contains("pre-existing shared memory block")
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
        let length = Int(status(ofLink: logFile)?.st_size ?? 0)
        return printable(contents(of: logFile, from: max(offset, length - 2048)) ?? [])
    }
}
