import Glibc

/// A child process `xz -dc` that unpacks a file.
///
/// It reads the file as its standard input, so that the file's name never becomes an argument. What it writes is
/// read from ``output``. ``end(isDone:)`` must follow: it reaps the child.
final class Unpacker {
    /// What it writes; to be read until its end.
    let output: Int32
    private let complaints: Int32
    private let process: pid_t
    private let path: String

    /// Starts `xz` on an open file, which stays the caller's.
    init(file: Int32, path: String) throws(DataError) {
        let out = try Self.makePipe(path)
        let complaints: [Int32]
        do throws(DataError) {
            complaints = try Self.makePipe(path)
        } catch {
            for descriptor in out { close(descriptor) }
            throw error
        }
        var process: pid_t = 0
        let status = Self.spawn(&process, input: file, output: out[1], complaints: complaints[1])
        close(out[1])
        close(complaints[1])
        guard status == 0 else {
            close(out[0])
            close(complaints[0])
            let hint = "xz is needed to unpack it, and is not there; script/setup installs it (xz-utils)."
            throw .file(path: path, problem: status == ENOENT ? hint : "xz: \(errorText(status))")
        }
        (self.output, self.complaints, self.process, self.path) = (out[0], complaints[0], process, path)
    }

    /// The reading and the writing end of a pipe that other children don't get.
    private static func makePipe(_ path: String) throws(DataError) -> [Int32] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .file(path: path, problem: errorText(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return ends
    }

    private static func spawn(_ process: inout pid_t, input: Int32, output: Int32, complaints: Int32) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, source) in [input, output, complaints].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
        }
        // The child dies of a broken pipe and of an interrupt, whatever the parent does about them.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let arguments = ["xz", "-dc"].map { (word: String) in strdup(word) }
        defer { for word in arguments { free(word) } }
        return posix_spawnp(&process, "xz", &actions, &attributes, arguments + [nil], environ)
    }

    /// Waits for the end of the child, which has closed its output or is ended here.
    /// - Parameter isDone: whether all output has been read; otherwise the child is killed.
    /// - Throws: ``DataError/file(path:problem:)`` if the child complained after all its output was read.
    func end(isDone: Bool) throws(DataError) {
        close(output)
        if !isDone { kill(process, SIGKILL) }
        // The child has ended, or is about to: what it said is in the pipe.
        var said = [UInt8](repeating: 0, count: 1024)
        let count = max(0, read(complaints, &said, said.count))
        close(complaints)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        if isDone && status != 0 {
            let text = String(decoding: said.prefix(count).prefix { $0 != 10 }, as: UTF8.self)
            throw .file(path: path, problem: text.isEmpty ? "xz could not unpack it." : text)
        }
    }
}

/// What the system calls the error `number`.
func errorText(_ number: Int32) -> String { String(cString: strerror(number)) }
