/// Why a private cluster could not be made, started, joined or stopped.
///
/// Every description is a sentence for the person at the keyboard: what was tried, and what to do about it.
public enum EmbeddedPostgresError: Error, Sendable, Equatable {
    /// No PostgreSQL server programs were found; `looked` lists every place in the order it was tried.
    case binariesMissing(major: Int?, looked: [String])
    /// The server cannot run under the account that was asked for or found.
    case accountUnusable(reason: String)
    /// A directory cannot be used for the reason given.
    case directoryUnusable(path: String, reason: String)
    /// None of the candidate directories can hold the server's socket; one sentence for each.
    case socketDirectoryUnusable(reasons: [String])
    /// Another program held a lock file for the whole time that this one was ready to wait.
    case lockBusy(path: String)
    /// One of PostgreSQL's programs failed; `output` is the end of what it said.
    case commandFailed(program: String, output: String)
    /// The server did not come up; `excerpt` is the end of what it logged.
    case startFailed(logFile: String, excerpt: String)
    /// The server was told to stop and is still there.
    case stopFailed(processID: Int32)
    /// The cluster is in use by other programs, so it was not stopped.
    case inUse
    /// A call to the operating system failed.
    case system(call: String, path: String, errno: Int32)
}

extension EmbeddedPostgresError: CustomStringConvertible {
    /// The sentence for the person at the keyboard.
    public var description: String {
        switch self {
        case .binariesMissing(let major, let looked): Self.describeMissing(major: major, looked: looked)
        case .accountUnusable(let reason): reason
        case .directoryUnusable(let path, let reason): "The directory \(path) cannot be used: \(reason)."
        case .socketDirectoryUnusable(let reasons):
            "No directory can hold the socket of PostgreSQL: \(reasons.joined(separator: "; "))."
        case .lockBusy(let path): "Another program has held the lock \(path) for too long."
        case .commandFailed(let program, let output): "\(program) failed: \(output)"
        case .startFailed(let logFile, let excerpt): "PostgreSQL did not start (see \(logFile)): \(excerpt)"
        case .stopFailed(let processID): "PostgreSQL (process \(processID)) did not stop when told to."
        case .inUse: "Other programs are using the cluster, so it was left running."
        case .system(let call, let path, let code): "\(call) of \(path) failed: \(describeError(code))."
        }
    }

    private static func describeMissing(major: Int?, looked: [String]) -> String {
        let what = major.map { "PostgreSQL \($0), which made the existing data," } ?? "PostgreSQL"
        return """
            The server programs of \(what) were not found. Looked in: \(looked.joined(separator: ", ")). \
            Install them (Debian: apt-get install postgresql-\(major ?? 15)), name their directory, \
            or use another server by its connection string.
            """
    }
}
