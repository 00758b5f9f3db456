import Glibc
import Postgres
import Synchronization

/// A socket between programs and their PostgreSQL, on which one round trip can be made to fail.
///
/// A round trip is what a client sends up to a Sync or a simple query, and all that the server answers. They are
/// counted over all connections from the moment that the link is armed, in the order in which they come.
package final class FaultLink: Sendable {
    /// What is to fail, and what has been seen.
    package struct Plan: Sendable {
        package var fault: LinkFault?
        /// The first round trip that fails, from 1, and how many do.
        var places = 0..<0
        /// How many have come since the link was armed.
        package var count = 0
        /// How often the fault has happened.
        package var strikes = 0
    }

    private struct State {
        var plan = Plan()
        /// Every open descriptor, so that ``shut()`` wakes whoever waits for one.
        var open: Set<Int32> = []
        var isShut = false
    }

    /// How a program reaches the server through the link.
    package let conninfo: String
    private let directory: String
    private let path: String
    private let server: String
    private let state = Mutex(State())

    /// Opens a link to the server of a database; whoever opens it shuts it.
    package init(to database: TestDatabase) async throws {
        let rows = try await database.pool.query(
            """
            SELECT current_setting('unix_socket_directories') AS directory, current_setting('port') AS port,
                current_user::text AS role
            """)
        let (port, role): (String, String) = (try rows[0]["port"], try rows[0]["role"])
        let name = ".s.PGSQL.\(port)"
        server = "\(try rows[0]["directory"] as String)/\(name)"
        directory = "/tmp/oblik-link-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        path = "\(directory)/\(name)"
        conninfo = "host=\(directory) port=\(port) dbname=\(database.name) user=\(role)"
        guard mkdir(directory, 0o700) == 0 else { throw SocketError(code: errno) }
        let listener = try UnixSocket.listen(at: path)
        state.withLock { _ = $0.open.insert(listener) }
        Task { try await onThread { self.accept(on: listener) } }
    }

    /// Counts from here; the round trip `place` fails, and as many behind it as `times` says.
    package func arm(_ fault: LinkFault?, at place: Int = 1, times: Int = 1) {
        state.withLock { $0.plan = Plan(fault: fault, places: place..<(place + times)) }
    }

    /// What has been seen since the link was armed.
    package var seen: Plan { state.withLock { $0.plan } }

    /// Ends every connection, and takes no more.
    package func shut() {
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

    private func accept(on listener: Int32) {
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
                    LinkedConnection(client: client, server: server, next: self.nextFault).run()
                    self.state.withLock { $0.open.subtract([client, server]) }
                    for descriptor in [client, server] { close(descriptor) }
                }
            }
        }
        // Not before: the number may be another file's at once.
        state.withLock { _ = $0.open.remove(listener) }
        close(listener)
    }

    /// Counts a round trip, and says what happens to it.
    private func nextFault() -> LinkFault? {
        state.withLock { state in
            state.plan.count += 1
            guard state.plan.places.contains(state.plan.count) else { return nil }
            state.plan.strikes += 1
            return state.plan.fault
        }
    }
}
