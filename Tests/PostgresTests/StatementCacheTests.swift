import Postgres
import TestSupport
import Testing

@Suite(.database) struct StatementCacheTests {
    private func prepared(_ connection: PostgresConnection) async throws -> Int {
        try value(await connection.query("SELECT count(*) FROM pg_prepared_statements"))
    }

    @Test("A text is prepared once, whatever its values")
    func once() async throws {
        try await withConnection { connection in
            for number in 0..<5 { _ = try await connection.query("SELECT \(number)::integer") }
            let row = try await connection.query(
                """
                SELECT count(*) AS n, sum(generic_plans + custom_plans) AS uses
                FROM pg_prepared_statements WHERE statement = \("SELECT $1::integer")
                """
            )
            #expect(try row[0]["n"] == 1)
            #expect(try (row[0]["uses"] as PostgresNumeric).scaled(to: 0) == 5)
        }
    }

    @Test("No more statements stay prepared than the limit, and the ones in use stay")
    func eviction() async throws {
        try await withConnection(options: PostgresOptions(preparedStatementLimit: 4)) { connection in
            for number in 0..<40 {
                let literal = SQL(stringLiteral: "SELECT \(number)")
                #expect(try value(await connection.query(literal)) == Int32(number))
                #expect(try value(await connection.query("SELECT 'favourite'")) == "favourite")
            }
            #expect(try await prepared(connection) <= 5)
            let favourites = try await connection.query(
                """
                SELECT custom_plans + generic_plans AS uses
                FROM pg_prepared_statements WHERE statement LIKE \("SELECT 'fav%")
                """
            )
            #expect(try favourites[0]["uses"] == Int64(40))
        }
    }

    @Test("Inside of a transaction, where none can be released, the count of prepared statements is bounded too")
    func boundedInTransaction() async throws {
        try await withConnection(options: PostgresOptions(preparedStatementLimit: 4)) { connection in
            _ = try await connection.query("BEGIN")
            for number in 0..<40 {
                #expect(try value(await connection.query(SQL(stringLiteral: "SELECT \(number)"))) == Int32(number))
            }
            #expect(try await prepared(connection) <= 8)
            _ = try await connection.query("COMMIT")
            _ = try await connection.query("SELECT 0")
            #expect(try await prepared(connection) <= 5)
        }
    }

    @Test("With a limit of 0 nothing is prepared")
    func unprepared() async throws {
        try await withConnection(options: PostgresOptions(preparedStatementLimit: 0)) { connection in
            let number: Int32 = try value(await connection.query("SELECT \(7)::integer"))
            #expect(number == 7)
            #expect(try await prepared(connection) == 0)
        }
    }

    @Test("A plan that the server has dropped is made anew, unseen")
    func droppedPlan() async throws {
        try await withConnection { connection in
            let sql: SQL = "SELECT \(7)::integer"
            _ = try await connection.query(sql)
            try await connection.script("DEALLOCATE ALL")
            #expect(try value(await connection.query(sql)) == Int32(7))
        }
    }

    @Test("A plan whose result has changed its shape is made anew, also behind statements that can be undone")
    func changedPlan() async throws {
        try await withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE t (a integer)")
            _ = try await connection.query("INSERT INTO t VALUES (1)")
            let sql: SQL = "SELECT * FROM t"
            #expect(try await connection.query(sql).columnNames == ["a"])
            _ = try await connection.query("ALTER TABLE t ADD COLUMN b text")
            #expect(try await connection.query(sql).columnNames == ["a", "b"])

            _ = try await connection.query("ALTER TABLE t ADD COLUMN c text")
            let results = try await connection.pipeline(["INSERT INTO t VALUES (2)", sql])
            #expect(results[1].columnNames == ["a", "b", "c"])
            #expect(results[1].count == 2)
        }
    }

    @Test("A lost plan of the first statement of a transaction is made anew too, since nothing came before")
    func lostPlanAtBegin() async throws {
        try await withPool(size: 1) { pool in
            let sql: SQL = "SELECT \(7)::integer, current_setting('transaction_isolation') AS isolation"
            _ = try await pool.query(sql)
            try await pool.withConnection { try await $0.script("DEALLOCATE ALL") }
            let isolation: String = try await pool.transaction(begin: "BEGIN ISOLATION LEVEL SERIALIZABLE") {
                let rows = try await $0.query(sql)
                return try rows[0]["isolation"]
            }
            #expect(isolation == "serializable")
        }
    }

    @Test("Inside of a transaction a lost plan is an error, since what was done before would be done twice")
    func lostPlanInTransaction() async throws {
        try await withConnection { connection in
            let sql: SQL = "SELECT \(7)::integer"
            _ = try await connection.query(sql)
            _ = try await connection.query("BEGIN")
            try await connection.script("DEALLOCATE ALL")
            let error = try await failure { _ = try await connection.query(sql) }
            #expect(error.sqlState == .invalidStatementName)
            try await connection.script("ROLLBACK")
            #expect(try value(await connection.query(sql)) == Int32(7))
        }
    }

    @Test("A statement that can't be prepared is not remembered")
    func failedPrepare() async throws {
        try await withConnection { connection in
            let sql: SQL = "SELECT * FROM not_yet"
            #expect(try await failure { _ = try await connection.query(sql) }.sqlState == .undefinedTable)
            _ = try await connection.query("CREATE TEMP TABLE not_yet (n integer)")
            #expect(try await connection.query(sql).isEmpty)
        }
    }
}
