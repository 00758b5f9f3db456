import Glibc
import Synchronization

/// A wire between programs and their PostgreSQL that can be held still, so that bytes neither come nor are refused,
/// and be cut.
package final class Wire: Sendable {
    private let relay: SocketRelay
    private let isStill = Mutex(false)

    /// Where the socket of the server seems to be.
    package var directory: String { relay.directory }

    /// Lays a wire to the server whose socket is in this directory; whoever lays it shuts it.
    package init(to directory: String, port: Int) throws {
        let name = ".s.PGSQL.\(port)"
        relay = try SocketRelay(
            to: "\(directory)/\(name)", name: name,
            in: "/tmp/oblik-wire-\(getpid())-\(UInt32.random(in: 0...UInt32.max))")
        relay.start { self.carry($0, $1) }
    }

    /// From now on nothing comes through, and nobody is told.
    package func hold() { isStill.withLock { $0 = true } }

    /// What was held comes through.
    package func letGo() { isStill.withLock { $0 = false } }

    /// Breaks every connection that there is; new ones can be made.
    package func cut() { relay.cut() }

    /// Ends it all.
    package func shut() {
        letGo()
        relay.shut()
    }

    /// Carries bytes both ways until either end is gone.
    private func carry(_ client: Int32, _ server: Int32) {
        var isOpen = true
        while isOpen {
            let isReady = UnixSocket.wait(for: [client, server])
            for (index, (from, to)) in [(client, server), (server, client)].enumerated() where isReady[index] {
                let bytes = UnixSocket.receive(from: from)
                // Nothing tells of the end of the stillness; a test has a few connections and looks at it often.
                while isStill.withLock({ $0 }) { usleep(5000) }
                if bytes.isEmpty || !UnixSocket.send(bytes[...], to: to) { isOpen = false }
            }
        }
    }
}
