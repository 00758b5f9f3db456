public import Postgres

/// Brings a database from any earlier state to the one that the files describe.
///
/// Steps go forward only. Each is done in a transaction together with its record in `site.schema_migration`, under an
/// advisory lock, so that two programs that start at once apply each step once and a step that fails leaves nothing
/// behind. A file whose first line is `-- migrate: no transaction` is done without one, and must hold one statement.
///
/// The connection is not shared with anybody while a migrator uses it.
public struct Migrator: Sendable {
    /// Where the files are.
    public let directory: MigrationDirectory
    /// How long a step may take, and how long another program that is migrating is waited for.
    public var limit: Duration = .seconds(3600)

    let connection: PostgresConnection

    /// Names the files and the database.
    public init(directory: String, connection: PostgresConnection) {
        self.directory = MigrationDirectory(path: directory)
        self.connection = connection
    }

    /// Says of each step how it stands; nothing is changed, and no record is made.
    public func status() async throws -> [MigrationStatus] {
        try await plan().statuses
    }

    /// Applies what is pending.
    ///
    /// - Returns: The steps that this call has applied, in their order; another program may have applied the others.
    /// - Throws: `MigrationError` where the files and the database do not fit, or a step fails: the earlier ones stay.
    public func run() async throws -> [AppliedMigration] {
        let plan = try await plan()
        try plan.check()
        guard !plan.pending.isEmpty else { return [] }
        try await makeRecord()
        var done: [AppliedMigration] = []
        for migration in plan.pending {
            let applied =
                migration.isTransactional
                ? try await apply(migration) : try await applyWithoutTransaction(migration)
            if let applied { done.append(applied) }
        }
        return done
    }

    private func plan() async throws -> MigrationPlan {
        MigrationPlan(files: try directory.load(), applied: try await applied())
    }

    private func applied() async throws -> [AppliedMigration] {
        let exists: Bool = try await connection.query(
            "SELECT to_regclass('site.schema_migration') IS NOT NULL AS present"
        )[0]["present"]
        guard exists else { return [] }
        return try await connection.query(
            """
            SELECT version, name, checksum, applied_at, milliseconds
            FROM site.schema_migration
            ORDER BY version
            """
        ).decoded(as: AppliedMigration.self)
    }

    private func makeRecord() async throws {
        try await underLock {
            try await connection.script(
                """
                CREATE SCHEMA IF NOT EXISTS site;
                CREATE TABLE IF NOT EXISTS site.schema_migration (
                    version      integer PRIMARY KEY CHECK (version > 0),
                    name         text NOT NULL,
                    checksum     text NOT NULL,
                    applied_at   timestamptz NOT NULL DEFAULT now(),
                    milliseconds integer NOT NULL CHECK (milliseconds >= 0)
                );
                """)
        }
    }
}
