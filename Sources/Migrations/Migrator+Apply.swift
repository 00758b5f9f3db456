import Postgres

extension Migrator {
    /// The number that programs agree on for the lock of a database: the letters of "migrate".
    private static let lockNumber: Int64 = 0x6d_6967_7261_7465

    /// How long a step waits for a table that somebody else has locked, before it fails to be tried again.
    private static let tableLockLimit: SQL = "SET LOCAL lock_timeout = '5s'"

    /// Applies one step in a transaction; nil where another program has been faster.
    func apply(_ migration: Migration) async throws -> AppliedMigration? {
        try await underLock {
            guard try await isPending(migration) else { return nil }
            let before = try await transactionNumber()
            let milliseconds = try await execute(migration)
            guard try await transactionNumber() == before else {
                throw MigrationError.endedTransaction(title: migration.title)
            }
            return try await record(migration, milliseconds: milliseconds)
        }
    }

    /// Applies a step that cannot stand in a transaction, under a lock of the session.
    func applyWithoutTransaction(_ migration: Migration) async throws -> AppliedMigration? {
        try await waitForLock { try await tryLock("SELECT pg_try_advisory_lock(\(Self.lockNumber)) AS taken") }
        do {
            let patience = try await setStatementTimeout("0")
            let applied: AppliedMigration?
            if try await isPending(migration) {
                let milliseconds = try await execute(migration)
                applied = try await record(migration, milliseconds: milliseconds)
            } else {
                applied = nil
            }
            _ = try await setStatementTimeout(patience)
            try await unlock()
            return applied
        } catch {
            // The reason of the failure matters more; a lost connection has given up the lock by itself.
            try? await unlock()
            throw error
        }
    }

    /// Does something in a transaction that holds the lock.
    func underLock<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await waitForLock {
            _ = try await connection.query("BEGIN")
            if try await tryLock("SELECT pg_try_advisory_xact_lock(\(Self.lockNumber)) AS taken") { return true }
            _ = try await connection.query("ROLLBACK")
            return false
        }
        do {
            _ = try await connection.query("SET LOCAL statement_timeout = 0")
            _ = try await connection.query(Self.tableLockLimit)
            let result = try await body()
            _ = try await connection.query("COMMIT", deadline: limit)
            return result
        } catch {
            // The reason of the failure matters more; a lost connection has rolled back by itself.
            _ = try? await connection.query("ROLLBACK")
            throw error
        }
    }

    /// Asks again and again instead of waiting in the server: a statement that waits has a snapshot, and CREATE INDEX
    /// CONCURRENTLY of the program that holds the lock would wait for that snapshot to go, for ever.
    private func waitForLock(_ attempt: () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now.advanced(by: limit)
        while try await !attempt() {
            guard ContinuousClock.now < deadline else { throw MigrationError.lockBusy }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func tryLock(_ statement: SQL) async throws -> Bool {
        try await connection.query(statement)[0]["taken"]
    }

    private func unlock() async throws {
        _ = try await connection.query("SELECT pg_advisory_unlock(\(Self.lockNumber))")
    }

    /// Sets the session's limit for a statement and gives the one that it had.
    private func setStatementTimeout(_ value: String) async throws -> String {
        let before: String = try await connection.query("SELECT current_setting('statement_timeout') AS value")[0][
            "value"]
        _ = try await connection.query("SELECT set_config('statement_timeout', \(value), false)")
        return before
    }

    private func isPending(_ migration: Migration) async throws -> Bool {
        try await connection.query(
            "SELECT version FROM site.schema_migration WHERE version = \(migration.version)"
        ).isEmpty
    }

    private func transactionNumber() async throws -> String {
        try await connection.query("SELECT pg_current_xact_id()::text AS number")[0]["number"]
    }

    /// Runs the statements and gives the time that they took.
    private func execute(_ migration: Migration) async throws -> Int {
        let start = ContinuousClock.now
        do {
            try await connection.script(migration.text, deadline: limit)
        } catch let error as PostgresError {
            throw MigrationError.failed(title: migration.title, error)
        }
        let time = start.duration(to: .now).components
        return Int(time.seconds) * 1000 + Int(time.attoseconds / 1_000_000_000_000_000)
    }

    private func record(_ migration: Migration, milliseconds: Int) async throws -> AppliedMigration {
        let rows = try await connection.query(
            """
            INSERT INTO site.schema_migration (version, name, checksum, milliseconds)
            VALUES (\(migration.version), \(migration.name), \(migration.checksum), \(milliseconds))
            RETURNING version, name, checksum, applied_at, milliseconds
            """)
        return try AppliedMigration(row: rows[0])
    }
}
