import Glibc
import Postgres
import TestSupport
import Testing

@testable import Migrations

@Suite struct MigratorTests {
    private static let files = [
        "0001_create_shelf.sql": "CREATE TABLE site.shelf (id int PRIMARY KEY);\nINSERT INTO site.shelf VALUES (1);",
        "0002_add_name.sql": "ALTER TABLE site.shelf ADD COLUMN name text;",
    ]

    /// A directory with files, an empty database and a connection to it.
    private func withScratch(
        _ files: [String: String] = files, _ body: (ScratchDirectory, TestDatabase, Migrator) async throws -> Void
    ) async throws {
        try await withEmptyDatabase { database in
            try await ScratchDirectory.run(files) { scratch in
                let connection = try await database.connect()
                try await body(scratch, database, Migrator(directory: scratch.path, connection: connection))
                await connection.close()
            }
        }
    }

    private func count(_ sql: SQL, _ database: TestDatabase) async throws -> Int {
        try await database.pool.query(sql)[0]["n"]
    }

    @Test("Pending steps are applied in order, and a second run has nothing to do")
    func applies() async throws {
        try await withScratch { _, database, migrator in
            #expect(try await migrator.status().map(\.state) == [.pending, .pending])
            let applied = try await migrator.run()
            #expect(applied.map(\.title) == ["0001_create_shelf", "0002_add_name"])
            #expect(applied.allSatisfy { $0.checksum.utf8.count == 64 && $0.milliseconds >= 0 })
            #expect(try await migrator.run() == [])
            let status = try await migrator.status()
            #expect(status.map(\.state) == [.applied, .applied])
            #expect(status.map(\.appliedAt) == applied.map(\.appliedAt))
            #expect(try await count("SELECT count(*) AS n FROM site.shelf WHERE name IS NULL", database) == 1)
        }
    }

    @Test("Asking for the status makes nothing")
    func statusIsReadOnly() async throws {
        try await withScratch { _, database, migrator in
            _ = try await migrator.status()
            let schemas: SQL = "SELECT count(*) AS n FROM pg_namespace WHERE nspname = 'site'"
            #expect(try await count(schemas, database) == 0)
        }
    }

    @Test("Later files are applied on top of earlier ones")
    func goesOn() async throws {
        try await withScratch { scratch, _, migrator in
            _ = try await migrator.run()
            try scratch.write("0003_drop_shelf.sql", "DROP TABLE site.shelf;")
            #expect(try await migrator.status().map(\.state) == [.applied, .applied, .pending])
            #expect(try await migrator.run().map(\.version) == [3])
        }
    }

    @Test("Programs that migrate at the same time apply each step once")
    func concurrentRuns() async throws {
        let slow = Self.files.merging(["0003_take_time.sql": "SELECT pg_sleep(0.2);"]) { first, _ in first }
        try await withScratch(slow) { scratch, database, _ in
            let lists = try await withThrowingTaskGroup(of: [AppliedMigration].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let connection = try await database.connect()
                        let applied = try await Migrator(directory: scratch.path, connection: connection).run()
                        await connection.close()
                        return applied
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(lists.joined().map(\.version).sorted() == [1, 2, 3])
            #expect(try await count("SELECT count(*) AS n FROM site.shelf", database) == 1)
        }
    }

    @Test("A file that was edited after it had been applied stops the run with both checksums")
    func refusesEdited() async throws {
        try await withScratch { scratch, _, migrator in
            let applied = try await migrator.run()[0].checksum
            try scratch.write("0001_create_shelf.sql", "CREATE TABLE site.shelf (id bigint);")
            try scratch.write("0003_more.sql", "CREATE TABLE site.more (id int);")
            let found = try MigrationDirectory(path: scratch.path).load()[0].checksum
            let error = await #expect(throws: MigrationError.self) { try await migrator.run() }
            #expect(error == .edited(title: "0001_create_shelf", applied: applied, found: found))
            #expect(error?.description.contains(applied) == true && error?.description.contains(found) == true)
            #expect(try await migrator.status().map(\.state) == [.changed, .applied, .pending])
        }
    }

    @Test("A step that fails leaves nothing behind, and the steps before it stay")
    func failureIsWhole() async throws {
        try await withScratch { scratch, database, migrator in
            try scratch.write("0003_fail.sql", "CREATE TABLE site.half (id int);\nSELECT 1 / 0;")
            let error = await #expect(throws: MigrationError.self) { try await migrator.run() }
            guard case .failed(let title, let reason) = error else {
                Issue.record("It failed with \(String(describing: error)).")
                return
            }
            #expect(title == "0003_fail")
            #expect(reason.sqlState == SQLState(rawValue: "22012"))
            let tables: SQL = "SELECT count(*) AS n FROM pg_tables WHERE tablename = 'half'"
            #expect(try await count(tables, database) == 0)
            #expect(try await migrator.status().map(\.state) == [.applied, .applied, .pending])
            try scratch.write("0003_fail.sql", "CREATE TABLE site.half (id int);")
            #expect(try await migrator.run().map(\.title) == ["0003_fail"])
        }
    }

    @Test("A database of a newer program is reported and not touched")
    func refusesNewer() async throws {
        try await withScratch { scratch, _, migrator in
            _ = try await migrator.run()
            scratch.delete("0002_add_name.sql")
            #expect(try await migrator.status().map(\.state) == [.applied, .missing])
            await #expect(throws: MigrationError.unknown(titles: ["0002_add_name"])) { try await migrator.run() }
        }
    }

    @Test("A step that was left out before a later one is reported")
    func refusesSkipped() async throws {
        try await withScratch { _, database, migrator in
            _ = try await migrator.run()
            _ = try await database.pool.query("DELETE FROM site.schema_migration WHERE version = 1")
            await #expect(throws: MigrationError.skipped(title: "0001_create_shelf")) { try await migrator.run() }
        }
    }

    @Test("A step without a transaction may build an index concurrently, while others wait to migrate")
    func runsWithoutTransaction() async throws {
        let index = "-- migrate: no transaction\nCREATE INDEX CONCURRENTLY shelf_name_idx ON site.shelf (name);"
        let files = Self.files.merging(["0003_index_name.sql": index]) { first, _ in first }
        try await withScratch(files) { scratch, database, _ in
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        let connection = try await database.connect()
                        let applied = try await Migrator(directory: scratch.path, connection: connection).run()
                        await connection.close()
                        return applied.count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(counts == 3)
            let indexes: SQL = "SELECT count(*) AS n FROM pg_index WHERE indexrelid = 'site.shelf_name_idx'::regclass"
            #expect(try await count(indexes, database) == 1)
            let locks: SQL = """
                SELECT count(*) AS n
                FROM pg_locks AS lock JOIN pg_database AS base ON base.oid = lock.database
                WHERE lock.locktype = 'advisory' AND base.datname = current_database()
                """
            #expect(try await count(locks, database) == 0)
        }
    }

    @Test("A step that ends its own transaction is refused")
    func refusesCommit() async throws {
        try await withScratch(["0001_commit.sql": "CREATE TABLE site.t (id int); COMMIT; BEGIN;"]) { _, _, migrator in
            await #expect(throws: MigrationError.endedTransaction(title: "0001_commit")) { try await migrator.run() }
        }
    }

    @Test("A step may take longer than the session's statements")
    func liftsTheLimit() async throws {
        try await withScratch(["0001_slow.sql": "SELECT pg_sleep(0.3);"]) { scratch, database, _ in
            let connection = try await PostgresConnection.connect(
                database.conninfo, session: [("statement_timeout", "200ms")], on: database.loop)
            let migrator = Migrator(directory: scratch.path, connection: connection)
            #expect(try await migrator.run().count == 1)
            let limit: String = try await connection.query("SELECT current_setting('statement_timeout') AS v")[0]["v"]
            #expect(limit == "200ms")
            await connection.close()
        }
    }

    @Test("The migrations of this repository run on an empty database, and the test template has them")
    func repositoryRuns() async throws {
        try await withDatabase { database in
            let connection = try await database.connect()
            let migrator = Migrator(directory: Repository.path("migrations"), connection: connection)
            let status = try await migrator.status()
            #expect(!status.isEmpty)
            #expect(status.allSatisfy { $0.state == .applied })
            await connection.close()
        }
    }
}
