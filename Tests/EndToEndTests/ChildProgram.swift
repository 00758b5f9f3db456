import CTerminal
import Glibc

/// A program without a terminal: it reads nothing, what it writes goes to files, and its end is waited for.
struct ChildProgram: Sendable {
    let process: pid_t
    private let outputFile: String
    private let errorsFile: String

    /// Starts a program.
    static func start(
        _ path: String, _ arguments: [String], environment: [String: String], folder: String
    ) throws -> ChildProgram {
        let name = "\(folder)/\(UInt64.random(in: 0...UInt64.max))"
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (descriptor, file) in [(STDOUT_FILENO, name + ".out"), (STDERR_FILENO, name + ".err")] {
            posix_spawn_file_actions_addopen(&files, descriptor, file, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        }
        // What the test runner has open or ignores is no business of the program.
        ct_spawn_close_from(&files, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // The threads of Swift's pool block most signals: a tmux that inherits that never hears of its children's ends,
        // and outlives kill-server.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let argv = ([path] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var process = pid_t()
        let failure = posix_spawn(&process, path, &files, &attributes, argv, envp)
        guard failure == 0 else { throw SystemFailure(call: path, number: failure) }
        return ChildProgram(process: process, outputFile: name + ".out", errorsFile: name + ".err")
    }

    /// What it has written to standard output.
    var output: String { Files.text(of: outputFile) }

    /// What it has written to standard error.
    var errors: String { Files.text(of: errorsFile) }

    func send(_ signal: Int32) { kill(process, signal) }

    /// The port that the program says it serves on.
    func port() async throws -> Int {
        try await eventually("process \(process) serves", seen: { errors }) {
            let text = errors
            guard let found = text.firstRange(of: "Serving http://127.0.0.1:"),
                let end = text[found.upperBound...].firstIndex(of: "\n")
            else { return nil }
            return Int(text[found.upperBound..<end])
        }
    }

    /// Removes what it has written.
    func forget() {
        unlink(outputFile)
        unlink(errorsFile)
    }

    /// Waits for its end.
    ///
    /// - Returns: Its exit code, or 128 and the number of the signal that ended it.
    @discardableResult
    func end() async throws -> Int32 {
        var status: Int32 = 0
        return try await eventually("process \(process) ends", seen: { errors }) {
            guard waitpid(process, &status, WNOHANG) == process else { return nil }
            let signal = status & 0x7F
            return signal == 0 ? status >> 8 & 0xFF : 128 + signal
        }
    }
}

/// How a program ended, and what it wrote.
struct Outcome: Sendable {
    let code: Int32
    let output: String
    let errors: String
}
