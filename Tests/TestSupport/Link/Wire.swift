import Glibc
import Synchronization

/// A wire between programs and their PostgreSQL that can be held still, so that bytes neither come nor are refused,
/// and be cut.
package final class Wire: Sendable {
    private struct State {
        var isStill = false
        var isShut = false
        /// Every open descriptor, so that ``cut()`` wakes whoever waits for one.
        var open: Set<Int32> = []
    }

    /// Where the socket of the server seems to be.
    package let directory: String
    private let path: String
    private let server: String
    private let state = Mutex(State())

    /// Lays a wire to the server whose socket is in this directory; whoever lays it shuts it.
    package init(to directory: String, port: Int) throws {
        let name = ".s.PGSQL.\(port)"
        server = "\(directory)/\(name)"
        self.directory = "/tmp/oblik-wire-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        path = "\(self.directory)/\(name)"
        guard mkdir(self.directory, 0o700) == 0 else { throw SocketError(code: errno) }
        let listener = try UnixSocket.listen(at: path)
        state.withLock { _ = $0.open.insert(listener) }
        Task { try await onThread { self.accept(on: listener) } }
    }

    /// From now on nothing comes through, and nobody is told.
    package func hold() { state.withLock { $0.isStill = true } }

    /// What was held comes through.
    package func letGo() { state.withLock { $0.isStill = false } }

    /// Breaks every connection that there is; new ones can be made.
    package func cut() {
        state.withLock { state in
            for descriptor in state.open where !isListener(descriptor) { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    /// Ends it all.
    package func shut() {
        let isFirst = state.withLock { state in
            if state.isShut { return false }
            (state.isShut, state.isStill) = (true, false)
            for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
            return true
        }
        guard isFirst else { return }
        unlink(path)
        rmdir(directory)
    }

    private func isListener(_ descriptor: Int32) -> Bool {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &value, &length) == 0 && value != 0
    }

    private func accept(on listener: Int32) {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0, let server = try? UnixSocket.connect(to: server) else {
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
            Task { try await onThread { self.carry(client, server) } }
        }
        // Not before: the number may be another file's at once.
        state.withLock { _ = $0.open.remove(listener) }
        close(listener)
    }

    /// Carries bytes both ways until either end is gone.
    private func carry(_ client: Int32, _ server: Int32) {
        var isOpen = true
        while isOpen {
            let isReady = UnixSocket.wait(for: [client, server])
            for (index, (from, to)) in [(client, server), (server, client)].enumerated() where isReady[index] {
                let bytes = UnixSocket.receive(from: from)
                // Nothing tells of the end of the stillness; a test has a few connections and looks at it often.
                while state.withLock({ $0.isStill }) { usleep(5000) }
                if bytes.isEmpty || !UnixSocket.send(bytes[...], to: to) { isOpen = false }
            }
        }
        state.withLock { $0.open.subtract([client, server]) }
        for descriptor in [client, server] { close(descriptor) }
    }
}
