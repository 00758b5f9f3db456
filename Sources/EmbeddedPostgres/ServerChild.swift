import Glibc
import Synchronization

/// A server that this program has started.
///
/// A thread waits for its end at once: a dead server that nobody has waited for is a zombie, and the process number
/// in its `postmaster.pid` would keep every program from starting a new one (seen for up to 3 s).
final class ServerChild: Sendable {
    let processID: pid_t
    private let ending = Mutex<End?>(nil)

    /// How a process has ended.
    enum End: Sendable {
        case exited
        /// By a signal that it did not handle.
        case killed
    }

    /// Starts the server with its output going to the log file.
    init(_ command: Command, logFile: String) throws(EmbeddedPostgresError) {
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw .system(call: "open", path: "/dev/null", errno: errno) }
        defer { close(input) }
        let output = open(logFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard output >= 0 else { throw .system(call: "open", path: logFile, errno: errno) }
        defer { close(output) }
        processID = try command.spawn(input: input, output: output)
        waitForEnd()
    }

    /// How the server has ended; nil while it lives.
    var end: End? { ending.withLock { $0 } }

    private func waitForEnd() {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                let child = Unmanaged<ServerChild>.fromOpaque(context).takeRetainedValue()
                var status: Int32 = 0
                while waitpid(child.processID, &status, 0) < 0 && errno == EINTR {}
                let end: End = status & 0x7f == 0 ? .exited : .killed
                child.ending.withLock { $0 = end }
                return nil
            }, context.toOpaque())
        if code == 0 {
            pthread_detach(thread)
        } else {
            context.release()
        }
    }
}
