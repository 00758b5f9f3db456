import Postgres
import TestSupport
import Testing

@Suite(.databaseForEachTest) struct DatabaseTraitTests {
    @Test("Each case of a test has a database of its own", arguments: [1, 2, 3])
    func separates(number: Int) async throws {
        let pool = try TestDatabase.current.pool
        _ = try await pool.query("CREATE TABLE site.only_here AS SELECT \(number)::int AS n")
        let found: Int = try await pool.query("SELECT n FROM site.only_here")[0]["n"]
        #expect(found == number)
    }

    @Test("A database inside a database is another one, and an empty one has no tables")
    func nests() async throws {
        let outer = try TestDatabase.current
        try await withEmptyDatabase { inner async throws in
            #expect(inner.name != outer.name)
            #expect(try await !isMigrated(inner))
        }
        #expect(try await isMigrated(outer))
    }

    private func isMigrated(_ database: TestDatabase) async throws -> Bool {
        try await database.pool.query("SELECT to_regclass('site.schema_migration') IS NOT NULL AS it_is")[0]["it_is"]
    }
}

@Suite struct MissingDatabaseTraitTests {
    @Test("A test without the trait is told how to get a database")
    func explains() {
        let error = #expect(throws: (any Error).self) { try TestDatabase.current }
        #expect(String(describing: error).contains(".database"))
    }

    @Test("A single test can have a database", .database)
    func single() async throws {
        let one: Int = try await TestDatabase.current.pool.query("SELECT 1 AS n")[0]["n"]
        #expect(one == 1)
    }
}
