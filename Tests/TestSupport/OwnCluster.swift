import EmbeddedPostgres
import Glibc
import Migrations
import Postgres
public import Reactor

/// A cluster of one test's own, migrated, which the test may stop and start as it likes.
public actor OwnCluster {
    /// The loop that its connections live on.
    public nonisolated let loop = PollLoop(name: "own cluster")
    /// How libpq reaches its database.
    public private(set) var conninfo = ""

    private let cluster: EmbeddedCluster

    private init() {
        let base = "/tmp/oblik-test-\(getpid())-own-\(UInt32.random(in: 0...UInt32.max))"
        var options = ClusterOptions(name: "oblik", location: ClusterLocation(base: base), environment: [:])
        options.durability = .disposable
        cluster = EmbeddedCluster(options: options)
    }

    /// Runs the body with a running cluster, and removes it afterwards.
    public static func run(_ body: (OwnCluster) async throws -> Void) async throws {
        let own = OwnCluster()
        do {
            try await own.start()
            try await own.migrate()
            try await body(own)
        } catch {
            try await own.remove()
            throw error
        }
        try await own.remove()
    }

    /// Starts the server.
    public func start() async throws { conninfo = try await cluster.start().connectionString(database: "postgres") }

    /// Stops the server, as `pg_ctl stop` does: whoever is connected loses the connection.
    public func stop() async throws { try await cluster.stop(evenIfInUse: true) }

    /// Runs statements on a connection of their own.
    public func script(_ text: String) async throws {
        try await withConnection(to: conninfo, on: loop) { try await $0.script(text) }
    }

    private func migrate() async throws {
        try await withConnection(to: conninfo, on: loop) { connection in
            _ = try await Migrator(directory: Repository.path("migrations"), connection: connection).run()
        }
    }

    private func remove() async throws { try cluster.destroy() }
}
