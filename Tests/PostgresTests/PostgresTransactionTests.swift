import Postgres
import TestSupport
import Testing

@Suite(.database) struct PostgresTransactionTests {
    private struct Broken: Error {}

    private func withTable(_ name: String, _ body: (PostgresPool, SQL) async throws -> Void) async throws {
        try await withPool(size: 2) { pool in
            let table: SQL = "\(identifier: name)"
            _ = try await pool.query(
                "CREATE UNLOGGED TABLE \(table) (n integer PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)")
            try await body(pool, table)
        }
    }

    private func count(_ table: SQL, _ pool: PostgresPool) async throws -> Int {
        try value(await pool.query("SELECT count(*) FROM \(table)"))
    }

    @Test("What a transaction does takes effect when its body returns")
    func commit() async throws {
        try await withTable("commit") { pool, table in
            let sum = try await pool.transaction { transaction in
                let inserted = try await transaction.execute("INSERT INTO \(table) VALUES (1), (2)")
                #expect(inserted == 2)
                #expect(try await count(table, pool) == 0)
                let results = try await transaction.pipeline(["SELECT 1", "SELECT sum(n)::integer FROM \(table)"])
                return try value(results[1]) as Int32
            }
            #expect(sum == 3)
            #expect(try await count(table, pool) == 2)
        }
    }

    @Test("An error of the body, or of a statement, undoes everything")
    func rollback() async throws {
        try await withTable("rollback") { pool, table in
            await #expect(throws: Broken.self) {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO \(table) VALUES (1)")
                    throw Broken()
                }
            }
            let error = try await failure {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO \(table) VALUES (1)")
                    try await transaction.execute("SELECT 1 / 0")
                }
            }
            #expect(error.sqlState == .divisionByZero)
            #expect(try await count(table, pool) == 0)
        }
    }

    @Test("BEGIN costs no round trip, and a transaction without statements sends nothing")
    func begin() async throws {
        try await withPool(size: 1) { pool in
            let isReadOnly = try await pool.transaction(begin: "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY") {
                let rows = try await $0.query(
                    "SELECT current_setting('transaction_isolation') || current_setting('transaction_read_only')")
                return try value(rows) as String
            }
            #expect(isReadOnly == "serializableon")
            let seven = try await pool.transaction { _ in 7 }
            #expect(seven == 7)
            #expect(try value(await pool.query("SELECT current_setting('transaction_read_only')")) == "off")
        }
    }

    @Test("A body that swallows the error of a statement can't commit, and is told so")
    func swallowed() async throws {
        try await withTable("swallowed") { pool, table in
            let error = try await failure {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO \(table) VALUES (1)")
                    _ = try? await transaction.query("SELECT 1 / 0")
                }
            }
            #expect(error.sqlState == .inFailedTransaction)
            #expect(!error.outcomeIsUnknown)
            #expect(try await count(table, pool) == 0)
        }
    }

    @Test("An error that COMMIT itself raises has undone everything, for certain")
    func failedCommit() async throws {
        try await withTable("failed_commit") { pool, table in
            let error = try await failure {
                try await pool.transaction { transaction in
                    _ = try await transaction.execute("INSERT INTO \(table) VALUES (1), (1)")
                }
            }
            #expect(error.sqlState == .uniqueViolation)
            #expect(!error.outcomeIsUnknown)
            #expect(try await count(table, pool) == 0)
            let state = await pool.state
            #expect(state.idle == state.open)
        }
    }

    @Test("A transaction can be committed together with its last statements, and nothing can follow")
    func earlyCommit() async throws {
        try await withTable("early") { pool, table in
            try await pool.transaction { transaction in
                let results = try await transaction.commit(after: [
                    "INSERT INTO \(table) VALUES (1)", "INSERT INTO \(table) VALUES (2) RETURNING n",
                ])
                #expect(results.count == 2)
                #expect(try value(results[1]) == Int32(2))
                let late = try await failure { try await transaction.execute("INSERT INTO \(table) VALUES (3)") }
                #expect(late.kind == .closed)
            }
            #expect(try await count(table, pool) == 2)

            let error = try await failure {
                try await pool.transaction { transaction in
                    _ = try await transaction.commit(after: ["INSERT INTO \(table) VALUES (3)", "SELECT 1 / 0"])
                }
            }
            #expect(error.sqlState == .divisionByZero)
            #expect(try await count(table, pool) == 2)
        }
    }

    @Test("A cancelled task is rolled back, and the connection goes back to the pool")
    func cancellation() async throws {
        try await withTable("cancelled") { pool, table in
            let task = Task {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO \(table) VALUES (1)")
                    _ = try await transaction.query("SELECT pg_sleep(60), 'cancelled transaction'")
                }
            }
            try await withConnection { try await untilRunning("cancelled transaction", on: $0) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await count(table, pool) == 0)
            let state = await pool.state
            #expect(state.idle == state.open)
        }
    }

    @Test("A task that is cancelled after its last statement still commits what its body has finished")
    func cancelledAtTheEnd() async throws {
        try await withTable("finished") { pool, table in
            let task = Task {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO \(table) VALUES (1)")
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            try await task.value
            #expect(try await count(table, pool) == 1)
        }
    }

    @Test("A session that is lost before COMMIT was sent has undone everything, and the error says so")
    func lostBeforeCommit() async throws {
        try await withTable("lost") { pool, table in
            let error = try await failure {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO \(table) VALUES (1)")
                    try await transaction.execute("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(error.kind == .connectionLost)
            #expect(!error.outcomeIsUnknown)
            #expect(try await count(table, pool) == 0)
        }
    }

    @Test("A session that is lost with COMMIT on its way has an unknown outcome")
    func lostInCommit() async throws {
        try await withTable("lost_commit") { pool, table in
            let error = try await failure {
                try await pool.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "INSERT INTO \(table) VALUES (1)", "SELECT pg_terminate_backend(pg_backend_pid())",
                    ])
                }
            }
            #expect(error.kind == .connectionLost)
            #expect(error.outcomeIsUnknown)
            #expect(try await count(table, pool) == 0)
        }
    }

    @Test("Two transactions that wait for each other: one is told of the deadlock, the other commits")
    func deadlock() async throws {
        try await withTable("deadlock") { pool, table in
            _ = try await pool.query("INSERT INTO \(table) VALUES (1), (2)")
            func lock(_ first: Int, _ second: Int) async throws {
                try await pool.transaction { transaction in
                    _ = try await transaction.query("SELECT FROM \(table) WHERE n = \(first) FOR UPDATE")
                    _ = try await transaction.query("SELECT pg_advisory_xact_lock_shared(\(first)::bigint)")
                    // Both go on only when the other has its first lock too.
                    try await eventually("The other transaction did not come so far.") {
                        let locks = try await transaction.query(
                            """
                            SELECT count(*) FROM pg_locks
                            WHERE locktype = 'advisory' AND granted
                                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                            """)
                        return try value(locks) == 2
                    }
                    _ = try await transaction.query("SELECT FROM \(table) WHERE n = \(second) FOR UPDATE")
                }
            }
            async let one: Void = lock(1, 2)
            async let two: Void = lock(2, 1)
            var states: [SQLState?] = []
            do { try await one } catch let error as PostgresError { states.append(error.sqlState) }
            do { try await two } catch let error as PostgresError { states.append(error.sqlState) }
            #expect(states == [.deadlockDetected])
        }
    }
}
