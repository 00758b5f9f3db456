import Domain
import Logging
import Migrations
import Postgres
import Services
import Settings

/// A backup on its way into the place of the shop's database.
struct Restoration {
    let server: ReachedServer
    let backup: BackupFile

    /// Restores beside the shop, brings that up to date, verifies it, and changes the names.
    ///
    /// - Returns: the name that the old database has now.
    func run(_ context: CommandContext, endsOthers: Bool) async throws -> String {
        let stamp = Clock.now.description.prefix(19).filter(\.isNumber)
        let (draft, kept) = ("oblik_restored_\(stamp)", "oblik_before_\(stamp)")
        let shop = try await name(of: server)
        try await administer("CREATE DATABASE %I", draft)
        do {
            try backup.restore(into: draft, server.conninfo)
            try await prove(draft, context)
            try await change(shop, to: kept, and: draft, to: shop, endsOthers)
        } catch {
            try await administer("DROP DATABASE IF EXISTS %I WITH (FORCE)", draft)
            throw error
        }
        return kept
    }

    private func name(of server: ReachedServer) async throws -> String {
        try await server.withConnection { try await $0.query("SELECT current_database()::text AS name")[0]["name"] }
    }

    /// Brings the restored database up to date, and checks its books.
    private func prove(_ database: String, _ context: CommandContext) async throws {
        let conninfo = try ConnectionWords(server.conninfo).open(database: database)
        let pool = PostgresPool(
            conninfo: conninfo, session: ShopDatabase.Sessions.bulk.settings, size: 2, on: server.loop)
        let restored = ReachedServer(cluster: nil, conninfo: conninfo, loop: server.loop)
        do {
            _ = try await restored.withConnection {
                try await Migrator(directory: context.assets.migrations, connection: $0).run()
            }
            let operations = Operations(pool: pool, logger: Logger(label: "data"))
            let services = ServiceCatalog(pool: pool, logger: operations.logger)
            let principal = try await services.staff.localOperator(account: Account.name, source: .cli)
            let report = try await VerifyService(operations).run(as: principal)
            if let fault = report.checks.first(where: { $0.faults > 0 }) {
                throw BackupError.unsound("\(fault.rule.sentence)")
            }
            await pool.close()
        } catch {
            await pool.close()
            throw error
        }
    }

    /// Renames both databases in one transaction; nobody may be in either.
    private func change(
        _ shop: String, to kept: String, and draft: String, to name: String, _ endsOthers: Bool
    ) async throws {
        try await withAdministrator { connection in
            let others = try await connection.query(
                "SELECT count(*) AS n FROM pg_stat_activity WHERE datname IN (\(shop), \(draft))")
            let count = Int(try others[0]["n"] as Int64)
            guard count == 0 || endsOthers else { throw BackupError.inUse(count) }
            _ = try await connection.query(
                """
                SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname IN (\(shop), \(draft))
                """)
            let renaming = "ALTER DATABASE %I RENAME TO %I; ALTER DATABASE %I RENAME TO %I"
            try await connection.script(connection.statement(renaming, [shop, kept, draft, name]))
        }
    }

    private func administer(_ pattern: String, _ name: String) async throws {
        try await withAdministrator { try await $0.script($0.statement(pattern, [name])) }
    }

    /// A connection to another database, since nobody can rename the one that they are in.
    private func withAdministrator(_ body: (PostgresConnection) async throws -> Void) async throws {
        let conninfo = try ConnectionWords(server.conninfo).open(database: "postgres")
        try await ReachedServer(cluster: nil, conninfo: conninfo, loop: server.loop).withConnection(body)
    }
}

extension PostgresConnection {
    /// A statement about databases, which takes no parameters: the server puts the names into it, quoted.
    fileprivate func statement(_ pattern: String, _ names: [String]) async throws -> String {
        try await query("SELECT format(\(pattern), VARIADIC \(names)::text[]) AS statement")[0]["statement"]
    }
}
