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

    /// How a program reaches the server through the link.
    package let conninfo: String
    private let relay: SocketRelay
    private let plan = Mutex(Plan())

    /// Opens a link to the server of a database; whoever opens it shuts it.
    package init(to database: TestDatabase) async throws {
        let rows = try await database.pool.query(
            """
            SELECT current_setting('unix_socket_directories') AS directory, current_setting('port') AS port,
                current_user::text AS role
            """)
        let (port, role): (String, String) = (try rows[0]["port"], try rows[0]["role"])
        let name = ".s.PGSQL.\(port)"
        relay = try SocketRelay(
            to: "\(try rows[0]["directory"] as String)/\(name)", name: name,
            in: "/tmp/oblik-link-\(getpid())-\(UInt32.random(in: 0...UInt32.max))")
        conninfo = "host=\(relay.directory) port=\(port) dbname=\(database.name) user=\(role)"
        relay.start { LinkedConnection(client: $0, server: $1, next: self.nextFault).run() }
    }

    /// Counts from here; the round trip `place` fails, and as many behind it as `times` says.
    package func arm(_ fault: LinkFault?, at place: Int = 1, times: Int = 1) {
        plan.withLock { $0 = Plan(fault: fault, places: place..<(place + times)) }
    }

    /// What has been seen since the link was armed.
    package var seen: Plan { plan.withLock { $0 } }

    /// Ends every connection, and takes no more.
    package func shut() { relay.shut() }

    /// Counts a round trip, and says what happens to it.
    private func nextFault() -> LinkFault? {
        plan.withLock { plan in
            plan.count += 1
            guard plan.places.contains(plan.count) else { return nil }
            plan.strikes += 1
            return plan.fault
        }
    }
}
