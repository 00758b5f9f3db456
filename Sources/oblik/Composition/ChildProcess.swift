import Glibc

/// Programs that a command runs in its own terminal.
enum ChildProcess {
    /// Runs a program of the PATH on the same standard streams, and waits for its end.
    ///
    /// - Returns: its exit code, or 128 and the number of the signal that ended it.
    static func run(_ name: String, _ arguments: [String]) throws -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this program ignores, the child is to notice.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        let words = ([name] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var process = pid_t()
        let failure = posix_spawnp(&process, name, nil, &attributes, words + [nil], environ)
        guard failure == 0 else { throw ChildProcessError(name: name, reason: String(cString: strerror(failure))) }
        // Ctrl-C is for the child; the parent waits for what it makes of it.
        let interrupt = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, interrupt) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let ending = status & 0x7F
        return ending == 0 ? status >> 8 & 0xFF : 128 + ending
    }
}

/// A program can't be started.
struct ChildProcessError: Error, CustomStringConvertible {
    let name: String
    let reason: String

    var description: String { "\(name) can't be started: \(reason)" }
}
