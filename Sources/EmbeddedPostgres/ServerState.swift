import Glibc

/// What a data directory's server is doing, as far as can be seen from outside.
enum ServerState: Equatable {
    case stopped
    /// Starting, stopping or recovering: not for use, and not to be started a second time.
    case busy(PostmasterFile)
    case ready(PostmasterFile)
    /// It runs, but its socket is gone or refuses: somebody has cleaned `/tmp`.
    case unreachable(PostmasterFile)

    /// Looks at the server of a data directory, whose path must be canonical.
    static func of(dataDirectory: String) -> ServerState {
        guard let file = PostmasterFile(dataDirectory: dataDirectory),
            ProcessTable.isAlive(file.processID, in: dataDirectory)
        else { return .stopped }
        guard file.status == "ready" else { return .busy(file) }
        return answers(in: file.socketDirectory) ? .ready(file) : .unreachable(file)
    }

    /// Whether somebody listens on the socket in the directory.
    private static func answers(in directory: String) -> Bool {
        let path = Array(SocketDirectory.socket(in: directory).utf8)
        guard path.count <= SocketDirectory.maximumPathBytes else { return false }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                connect(descriptor, generic, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        // A full queue of callers (EAGAIN) is an answer as well.
        return connected || errno == EAGAIN
    }
}
