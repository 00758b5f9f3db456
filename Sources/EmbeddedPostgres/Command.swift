import CTerminal
import Glibc

/// A program with its arguments and its whole environment; nothing is inherited but what is named here.
struct Command {
    /// The program's name in messages: that of the file, unless another one runs it.
    let name: String
    let executable: String
    let arguments: [String]
    /// Lines of the form `NAME=value`.
    let environment: [String]

    init(executable: String, arguments: [String], environment: [String], name: String? = nil) {
        self.name = name ?? executable.split(separator: "/").last.map(String.init) ?? executable
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
    }

    /// How much of a program's output is kept: the end of it, where the reason of a failure stands.
    private static let maximumOutputBytes = 16_384

    /// Runs the program to its end, feeding it `input`, and gives what it printed (standard output and error as one).
    ///
    /// - Throws: `commandFailed` where it exits with anything but 0 or does not end within the limit, at which it is
    ///   killed.
    func run(input: String = "", within limit: Duration) throws(EmbeddedPostgresError) -> String {
        let deadline = Deadline(after: limit)
        let (ourInput, itsInput) = try Self.socketPair()
        defer { close(ourInput) }
        let (ourOutput, itsOutput) = try Self.socketPair()
        defer { close(ourOutput) }
        Self.send(input, to: ourInput)
        let child = try spawn(closing: itsInput, itsOutput)
        let output = Self.readAll(from: ourOutput, until: deadline)
        guard let status = Self.reap(child, until: deadline) else {
            // The child leads a session, so that its group takes its own children with it.
            kill(-child, SIGKILL)
            _ = Self.reap(child, until: Deadline(after: .seconds(5)))
            throw .commandFailed(program: name, output: "it did not end within \(limit); \(output)")
        }
        guard status == 0 else { throw .commandFailed(program: name, output: output) }
        return output
    }

    /// Starts the program in a session of its own, with default signals and no descriptor but 0, 1 and 2.
    ///
    /// A session of its own keeps the terminal's Ctrl-C and hang-up away from a server. Closing every other
    /// descriptor matters too: an inherited lock file would stay locked as long as the server lives.
    func spawn(input: Int32, output: Int32) throws(EmbeddedPostgresError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        ct_spawn_close_from(&actions, 3)
        // The invoker's working directory may be closed to the server's account.
        ct_spawn_change_directory(&actions, "/")

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = ct_spawn_flag_setsid() | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, flags)

        var child: pid_t = 0
        let code = Self.withCStrings([executable] + arguments) { argv in
            Self.withCStrings(environment) { envp in
                posix_spawn(&child, executable, &actions, &attributes, argv, envp)
            }
        }
        guard code == 0 else { throw .system(call: "posix_spawn", path: executable, errno: code) }
        return child
    }

    /// Starts the program and closes our copies of its ends, so that each side sees when the other one is done.
    private func spawn(closing input: Int32, _ output: Int32) throws(EmbeddedPostgresError) -> pid_t {
        defer {
            close(input)
            close(output)
        }
        return try spawn(input: input, output: output)
    }

    private static func socketPair() throws(EmbeddedPostgresError) -> (Int32, Int32) {
        // A socket pair, not a pipe: it is close-on-exec from birth, so that a program started meanwhile by another
        // thread cannot inherit it.
        var pair: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else {
            throw .system(call: "socketpair", path: "a child's input", errno: errno)
        }
        return (pair[0], pair[1])
    }

    private static func send(_ input: String, to descriptor: Int32) {
        let bytes = Array(input.utf8)
        precondition(bytes.count <= 16_384, "A command's input fits the socket's buffer, so that sending cannot block.")
        _ = bytes.withUnsafeBytes { buffer in
            Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
        }
        shutdown(descriptor, Int32(SHUT_WR))
    }

    private static func readAll(from descriptor: Int32, until deadline: Deadline) -> String {
        var kept: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&entry, 1, deadline.remainingMilliseconds)
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { break }
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            kept.append(contentsOf: chunk.prefix(count))
            if kept.count > 2 * maximumOutputBytes { kept.removeFirst(kept.count - maximumOutputBytes) }
        }
        return printable(kept.suffix(maximumOutputBytes))
    }

    /// The exit status of the child (-1 for a signal or where somebody else has reaped it), or nil at the deadline.
    private static func reap(_ child: pid_t, until deadline: Deadline) -> Int32? {
        var status: Int32 = 0
        var reaped: pid_t = 0
        let ended = deadline.wait(everyMilliseconds: 2) {
            reaped = waitpid(child, &status, WNOHANG)
            return reaped == child || (reaped < 0 && errno != EINTR)
        }
        guard ended else { return nil }
        return reaped == child && status & 0x7f == 0 ? (status >> 8) & 0xff : -1
    }

    private static func withCStrings<R>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
    ) -> R {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers)
    }
}

/// Text of a program or a log on one line: its lines joined by a bar, other control characters gone.
func printable(_ bytes: some Sequence<UInt8>) -> String {
    let lines = String(decoding: Array(bytes), as: UTF8.self).split(whereSeparator: \.isNewline)
    let joined = lines.joined(separator: " | ")
    return String(String.UnicodeScalarView(joined.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7f }))
}
