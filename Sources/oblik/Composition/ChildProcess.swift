import Glibc
import Postgres

/// Programs that a command runs in its own terminal.
enum ChildProcess {
    /// Runs a program of the PATH on the same standard streams, and waits for its end.
    ///
    /// `secrets` are lines `NAME=value` for its environment, which nobody else can read.
    /// - Returns: its exit code, or 128 and the number of the signal that ended it.
    /// - Throws: ``ChildProcessError`` where it can't be started.
    static func run(_ name: String, _ arguments: [String], secrets: [String] = []) throws -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this program ignores, the child is to notice.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // Swift's threads block most signals, which the child must not inherit.
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let words = ([name] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        let additions = secrets.map { strdup($0) }
        defer { for line in additions { free(line) } }
        var (variables, place) = ([UnsafeMutablePointer<CChar>?](), 0)
        while let line = environ[place] {
            variables.append(line)
            place += 1
        }
        var process = pid_t()
        let failure = posix_spawnp(&process, name, nil, &attributes, words + [nil], additions + variables + [nil])
        guard failure == 0 else {
            throw ChildProcessError(name: name, reason: "it can't be started: \(String(cString: strerror(failure)))")
        }
        // Ctrl-C is for the child; the parent waits for what it makes of it.
        let interrupt = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, interrupt) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let ending = status & 0x7F
        return ending == 0 ? status >> 8 & 0xFF : 128 + ending
    }
}

extension ChildProcess {
    /// Runs one of PostgreSQL's own programs on a database.
    ///
    /// `directory` is where the programs are, if not on the PATH.
    /// - Throws: ``ChildProcessError`` where it can't be started or complains.
    static func runTool(
        _ name: String, in directory: String?, on words: ConnectionWords, database: String? = nil,
        _ arguments: [String] = []
    ) throws {
        let target = database.map { words.open(database: $0) } ?? words.open
        let code = try run(
            directory.map { "\($0)/\(name)" } ?? name, ["--dbname=\(target)"] + arguments,
            secrets: words.password.map { ["PGPASSWORD=\($0)"] } ?? [])
        guard code == 0 else { throw ChildProcessError(name: name, reason: "it ended with code \(code)") }
    }
}

/// A program can't be started, or says that it failed.
struct ChildProcessError: Error, CustomStringConvertible {
    let name: String
    let reason: String

    var description: String { "\(name): \(reason)" }
}
