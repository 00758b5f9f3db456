import Domain
import EmbeddedPostgres
import Logging
import Migrations
import Postgres
import Services
import Settings
import Wording

/// The shop's database, reachable and up to date: the private cluster, or a foreign server.
struct ShopDatabase: Sendable {
    let pool: PostgresPool
    /// What people call it; never a connection string, which may hold a password.
    let name: String
    /// Tells this database from every other, on whatever server: what is kept on disk for it goes by this.
    let identity: String

    private let server: ReachedServer

    /// The private cluster, `nil` for a foreign server.
    var cluster: EmbeddedCluster? { server.cluster }
    var conninfo: String { server.conninfo }
    /// What others change.
    var changes: ChangeFeed { ChangeFeed(conninfo: server.conninfo, on: server.loop) }

    /// How the sessions of a pool are set up.
    enum Sessions {
        /// Many short statements: generic plans, and limits that let nobody wait for long.
        case service
        /// Few long ones: seeds, imports, proofs.
        case bulk
    }

    /// Starts or finds the database, brings its schema up to date where that is allowed, and opens a pool.
    ///
    /// A foreign server that is behind is refused unless `migrates`: its schema belongs to whoever runs it.
    /// - Throws: ``DatabaseRefusal``, or what the cluster, the migrator or libpq have to say.
    static func open(
        _ context: CommandContext, _ sessions: Sessions = .service, migrates: Bool = false,
        report: @Sendable (Phrase) -> Void = { _ in }
    ) async throws -> ShopDatabase {
        if context.settings.databaseURL == nil { report("starting PostgreSQL") }
        let server = try await ReachedServer.reach(context)
        do {
            report("checking the schema")
            let (name, identity) = try await prepare(server, migrates: migrates, context, report)
            // As many may wait as HTTP lets in: a burst on one product is answered, not turned away.
            let isService = sessions == .service
            var options = sessions.options
            options.isSessionLent = isService && context.settings.databasePooler == .transaction
            let pool = PostgresPool(
                conninfo: isService ? server.pooled : server.conninfo, session: sessions.settings,
                size: isService ? context.settings.databasePoolSize : 2, queueLimit: 256,
                waitLimit: .seconds(5), options: options, on: server.loop)
            return ShopDatabase(pool: pool, name: name, identity: identity, server: server)
        } catch {
            await server.leave()
            throw error
        }
    }

    /// A pool of long sessions beside the one for the service; whoever asks for it closes it.
    func bulkPool() -> PostgresPool {
        PostgresPool(conninfo: conninfo, session: Sessions.bulk.settings, size: 2, on: server.loop)
    }

    /// Closes the pool and leaves the cluster; the last program out stops it.
    func close() async {
        await pool.close()
        await server.leave()
    }

    /// Keeps the shop as it was, where steps are pending that change what is in it.
    private static func backUp(
        before migrator: Migrator, _ server: ReachedServer, _ context: CommandContext,
        _ report: @Sendable (Phrase) -> Void
    ) async throws {
        let states = try await migrator.status().map(\.state)
        guard states.contains(.applied), states.contains(.pending) else { return }
        let backup = try BackupFile.dated(
            in: context.backupFolder, at: Clock.now, programs: context.settings.databaseBinariesDirectory)
        report("backing up before the schema changes")
        try backup.write(server.conninfo)
        try BackupFile.removeOldest(in: context.backupFolder)
        context.logger.notice("backed up", metadata: ["file": "\(backup.path)"])
    }

    private static func prepare(
        _ server: ReachedServer, migrates: Bool, _ context: CommandContext, _ report: @Sendable (Phrase) -> Void
    ) async throws -> (name: String, identity: String) {
        let isOwn = server.cluster != nil
        return try await server.withConnection { connection in
            let migrator = Migrator(directory: context.assets.migrations, connection: connection)
            if isOwn || migrates {
                if isOwn { try await backUp(before: migrator, server, context, report) }
                for step in try await migrator.run() {
                    report("migrated: \(step.title)")
                    context.logger.notice("migrated", metadata: ["step": "\(step.title)"])
                }
            } else {
                let behind = try await migrator.status().filter { $0.state != .applied }
                if let first = behind.first { throw DatabaseRefusal.behind(steps: behind.count, first: first.title) }
            }
            let row = try await connection.query(
                """
                SELECT datname::text AS name, current_setting('server_version_num') AS version,
                    system_identifier || '-' || oid AS identity
                FROM pg_database, pg_control_system()
                WHERE datname = current_database()
                """)[0]
            let version = (Int(try row["version"] as String) ?? 0) / 10_000
            let name = isOwn ? "PostgreSQL \(version)" : "\(try row["name"] as String) (PostgreSQL \(version))"
            return (name, try row["identity"])
        }
    }
}

extension ShopDatabase.Sessions {
    /// A server that can be reached ends a short statement by itself after ten seconds; where no word comes after that,
    /// the way to it is gone, and a desk should hear of it soon.
    var options: PostgresOptions {
        switch self {
        case .service: PostgresOptions(deadline: .seconds(12))
        case .bulk: PostgresOptions()
        }
    }

    /// What is set at the start of each session (PostgreSQL manual, chapter 20).
    var settings: [(name: String, value: String)] {
        let common = [("application_name", "oblik"), ("timezone", "UTC"), ("datestyle", "ISO")]
        let own: [(String, String)] =
            switch self {
            case .service:
                [
                    ("plan_cache_mode", "force_generic_plan"), ("statement_timeout", "10s"), ("lock_timeout", "2s"),
                    ("idle_in_transaction_session_timeout", "15s"),
                    // Short statements gain nothing from helpers, and a generic plan with them sorts all orders for a
                    // page: the tenth that it reckons with looks cheaper there than by the index.
                    ("max_parallel_workers_per_gather", "0"),
                ]
            case .bulk: [("statement_timeout", "0"), ("lock_timeout", "10s")]
            }
        return (common + own).map { (name: $0.0, value: $0.1) }
    }
}

/// Why a database is not worked on.
enum DatabaseRefusal: Error, CustomStringConvertible {
    case behind(steps: Int, first: String)

    var description: String {
        switch self {
        case .behind(let steps, let first):
            """
            The database lacks \(steps) migration(s), the first is \(first). \
            `oblik migrate run --database …` applies them, or start with --migrate.
            """
        }
    }
}
