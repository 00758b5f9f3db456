import EmbeddedPostgres
import Glibc
import Migrations
import Postgres
public import Reactor

/// The private PostgreSQL cluster of a test process: started on first use, gone with the process.
public actor TestCluster {
    /// The one cluster of this process.
    public static let shared = TestCluster()

    /// The loop that all connections of the tests live on.
    public nonisolated let loop = PollLoop(name: "tests")

    /// How long a connection or an answer is waited for: tests share their machine with builds and with each other,
    /// and none of them may fail because somebody else was served first.
    static let patience: Duration = .seconds(300)

    private static let prefix = "oblik-test-"
    private static let template = "template_migrated"

    /// The handle is a global, so that it can be reached when the process exits and no task runs any more.
    private static let cluster = makeCluster(base: "/tmp/\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))")

    private var preparation: Task<ClusterAddress, any Error>?
    private var databaseCount = 0
    /// Few enough that each of them gets on: what is measured in processor time is done no sooner by being shared.
    private var freePlaces = 8
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Makes a database from the migrated template.
    ///
    /// - Returns: How libpq reaches it.
    func createDatabase() async throws -> (name: String, conninfo: String) {
        let address = try await prepared()
        databaseCount += 1
        let name = "test_\(databaseCount)"
        try await onAdministrator(of: address) { connection in
            try await connection.script("CREATE DATABASE \(name) TEMPLATE \(Self.template)")
        }
        return (name, address.connectionString(database: name))
    }

    /// Makes a database without any tables, for tests of what makes them.
    func createEmptyDatabase() async throws -> (name: String, conninfo: String) {
        let address = try await prepared()
        databaseCount += 1
        let name = "test_\(databaseCount)"
        try await onAdministrator(of: address) { try await $0.script("CREATE DATABASE \(name)") }
        return (name, address.connectionString(database: name))
    }

    /// Drops a database with the sessions that are still in it.
    func dropDatabase(_ name: String) async throws {
        try await onAdministrator(of: try await prepared()) { connection in
            try await connection.script("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
        }
    }

    /// Waits for a place among the databases that are in use at the same time: Swift Testing starts all tests at
    /// once, and the server's connections are counted.
    func takePlace() async {
        if freePlaces > 0 {
            freePlaces -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    /// Gives the place to the next one.
    func leavePlace() {
        if waiting.isEmpty {
            freePlaces += 1
        } else {
            waiting.removeFirst().resume()
        }
    }

    /// The address of the server once it runs and the template is there; all callers share one start.
    private func prepared() async throws -> ClusterAddress {
        if let preparation { return try await preparation.value }
        let task = Task { try await self.prepare() }
        preparation = task
        return try await task.value
    }

    private func prepare() async throws -> ClusterAddress {
        Self.removeLeftovers()
        let address = try await Self.cluster.start()
        atexit {
            // Nothing can be done about a failure here; the next test process removes what stays behind.
            try? TestCluster.cluster.destroy()
        }
        try await onAdministrator(of: address) { try await $0.script("CREATE DATABASE \(Self.template)") }
        try await withConnection(to: address.connectionString(database: Self.template), on: loop) { connection in
            _ = try await Migrator(directory: Repository.path("migrations"), connection: connection).run()
        }
        return address
    }

    private func onAdministrator(
        of address: ClusterAddress, _ body: (PostgresConnection) async throws -> Void
    ) async throws {
        try await withConnection(to: address.connectionString(database: "postgres"), on: loop, body)
    }

    private static func makeCluster(base: String) -> EmbeddedCluster {
        var options = ClusterOptions(name: "oblik", location: ClusterLocation(base: base), environment: [:])
        options.durability = .disposable
        return EmbeddedCluster(options: options)
    }

    /// Removes the clusters of test processes that were killed: theirs is a dead process number, and nobody is in them.
    private static func removeLeftovers() {
        guard let stream = opendir("/tmp") else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count).prefix { $0.isNumber }),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            let leftover = makeCluster(base: "/tmp/" + name)
            // Somebody else's leftover is somebody else's to remove.
            if !leftover.look().isInUse { try? leftover.destroy() }
        }
    }
}
