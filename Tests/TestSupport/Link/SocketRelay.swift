import Glibc
import Synchronization

/// A socket that seems to be the server's, and what goes on between it and the server's own.
///
/// The tests' ways to harm a connection stand on it; what is carried, and how, is theirs.
final class SocketRelay: Sendable {
    private struct State {
        /// Every open descriptor, so that ``shut()`` wakes whoever waits for one.
        var open: Set<Int32> = []
        var listener: Int32?
        var isShut = false
    }

    /// Where the socket is.
    let directory: String
    private let path: String
    private let server: String
    private let state = Mutex(State())

    /// Lays the socket; nobody is let in before ``start(_:)``.
    init(to server: String, name: String, in directory: String) throws {
        (self.server, self.directory, path) = (server, directory, "\(directory)/\(name)")
        guard mkdir(directory, 0o700) == 0 else { throw SocketError(code: errno) }
        let listener = try UnixSocket.listen(at: path)
        state.withLock { ($0.listener, $0.open) = (listener, [listener]) }
    }

    /// Lets clients in; each connection and the one to the server behind it are `carry`'s until it returns.
    func start(_ carry: @escaping @Sendable (_ client: Int32, _ server: Int32) -> Void) {
        guard let listener = state.withLock({ $0.listener }) else { return }
        Task { try await onThread { self.accept(on: listener, carry) } }
    }

    /// Breaks every connection that there is; new ones can be made.
    func cut() {
        state.withLock { state in
            for descriptor in state.open where descriptor != state.listener { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    /// Ends every connection, and takes no more.
    func shut() {
        let isFirst = state.withLock { state in
            if state.isShut { return false }
            state.isShut = true
            for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
            return true
        }
        guard isFirst else { return }
        unlink(path)
        rmdir(directory)
    }

    private func accept(on listener: Int32, _ carry: @escaping @Sendable (Int32, Int32) -> Void) {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0, let server = try? UnixSocket.connect(to: server) else {
                // A server that is down looks to the client like a link that breaks.
                if client >= 0 { close(client) }
                if state.withLock({ $0.isShut }) { break }
                continue
            }
            let isTaken = state.withLock { state in
                if !state.isShut { state.open.formUnion([client, server]) }
                return !state.isShut
            }
            guard isTaken else {
                for descriptor in [client, server] { close(descriptor) }
                break
            }
            Task {
                try await onThread {
                    carry(client, server)
                    self.state.withLock { $0.open.subtract([client, server]) }
                    for descriptor in [client, server] { close(descriptor) }
                }
            }
        }
        // Not before: the number may be another file's at once.
        state.withLock { _ = $0.open.remove(listener) }
        close(listener)
    }
}
