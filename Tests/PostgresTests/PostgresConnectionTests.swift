import Postgres
import Reactor
import TestSupport
import Testing

@Suite(.database) struct PostgresConnectionTests {
    @Test("A session has its settings, speaks UTF-8 whatever the connection string says, and knows its process")
    func settings() async throws {
        let database = try TestDatabase.current
        let connection = try await PostgresConnection.connect(
            database.conninfo + " client_encoding=LATIN1",
            session: [("lock_timeout", "1234ms"), ("application_name", "it's a test"), ("TimeZone", "UTC")],
            on: database.loop)
        let row = try #require(
            await connection.query(
                """
                SELECT current_setting('lock_timeout') AS lock, current_setting('application_name') AS name,
                    current_setting('client_encoding') AS encoding, pg_backend_pid() AS pid
                """
            ).first)

        #expect(try row["lock"] == "1234ms")
        #expect(try row["name"] == "it's a test")
        #expect(try row["encoding"] == "UTF8")
        #expect(try await connection.processID == row["pid"])
        await connection.close()
    }

    @Test("A session that is only lent has its limits for each transaction, prepares nothing, and is left as it was")
    func lentSession() async throws {
        let database = try TestDatabase.current
        let pool = PostgresPool(
            conninfo: database.conninfo, session: [("lock_timeout", "1234ms"), ("timezone", "Asia/Tokyo")], size: 1,
            options: PostgresOptions(isSessionLent: true), on: database.loop)
        let settings: SQL = "SELECT current_setting('lock_timeout') || current_setting('timezone') AS both"
        #expect(try await pool.query(settings)[0]["both"] == "1234msAsia/Tokyo")
        #expect(try await pool.pipeline([settings, settings])[1][0]["both"] == "1234msAsia/Tokyo")
        let level: SQL = "SELECT current_setting('transaction_isolation') AS level"
        let (inside, isolation): (String, String) = try await pool.transaction(
            begin: "BEGIN ISOLATION LEVEL SERIALIZABLE"
        ) { transaction in
            _ = try await transaction.query("SELECT 1")
            let rows = try await transaction.pipeline([settings, level])
            return (try rows[0][0]["both"], try rows[1][0]["level"])
        }
        #expect((inside, isolation) == ("1234msAsia/Tokyo", "serializable"))
        // A script goes as it is, and sees the session that the next one would be lent.
        try await pool.withConnection { connection in
            try await connection.script(
                """
                DO $$ BEGIN
                    IF current_setting('lock_timeout') <> '0' THEN RAISE 'a limit has stayed'; END IF;
                    IF EXISTS (SELECT FROM pg_prepared_statements) THEN RAISE 'a statement has stayed'; END IF;
                END $$
                """)
        }
        let error = try await failure { _ = try await pool.query("SELECT 1 / 0") }
        #expect(error.sqlState == .divisionByZero)
        await pool.close()
    }

    @Test("A setting that the server refuses is a failed connect with its SQLSTATE")
    func badSetting() async throws {
        let database = try TestDatabase.current
        let error = try await failure {
            _ = try await PostgresConnection.connect(
                database.conninfo, session: [("lock_timeout", "soon")], on: database.loop)
        }
        #expect(error.kind == .connectFailed)
        #expect(error.sqlState == SQLState(rawValue: "22023"))
        #expect(!error.outcomeIsUnknown)
    }

    @Test("A connect that fails says why: no server, no such database, a malformed string, a silent server")
    func connectFailures() async throws {
        let database = try TestDatabase.current
        func attempt(_ conninfo: String, _ deadline: Duration = .seconds(5)) async throws -> PostgresError {
            try await failure {
                _ = try await PostgresConnection.connect(conninfo, on: database.loop, deadline: deadline)
            }
        }
        let absent = try await attempt("host=/nowhere/at/all dbname=x")
        #expect(absent.kind == .connectFailed)
        #expect(absent.sqlState == nil)
        #expect(absent.message.contains("/nowhere/at/all"))

        let unknown = try await attempt(database.conninfo + " dbname=no_such_database")
        #expect(unknown.sqlState == .invalidCatalogName)
        #expect(unknown.message.contains("no_such_database"))
        #expect(!unknown.message.contains("3D000"))

        #expect(try await attempt("this is = not = a string").kind == .unencodable)
        #expect(try await attempt("host=x\0y").kind == .unencodable)

        let silent = try SilentServer()
        let timeout = try await attempt("host=127.0.0.1 port=\(silent.port)", .milliseconds(50))
        #expect(timeout.kind == .connectFailed)
        #expect(!timeout.outcomeIsUnknown)
    }

    @Test("Commands report how many rows they affected, and rows come in order")
    func results() async throws {
        try await withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE t (n integer)")
            let inserted = try await connection.query("INSERT INTO t SELECT generate_series(1, 5)")
            #expect(inserted.affectedRows == 5)
            #expect(inserted.commandTag == "INSERT 0 5")
            #expect(inserted.isEmpty)
            #expect(try await connection.query("UPDATE t SET n = n * 2 WHERE n > \(2)").affectedRows == 3)
            #expect(try await connection.query("DELETE FROM t WHERE n > 100").affectedRows == 0)
            let rows = try await connection.query("SELECT n FROM t ORDER BY n DESC")
            #expect(try rows.map { try $0["n"] as Int32 } == [10, 8, 6, 2, 1])
            #expect(try rows[1][at: 0] == 8)
        }
    }

    @Test("A result of a hundred thousand rows, more than any buffer, comes whole")
    func largeResult() async throws {
        try await withConnection { connection in
            let rows = try await connection.query(
                "SELECT n, repeat('x', 100) AS text FROM generate_series(1, 100000) AS n")
            #expect(rows.count == 100_000)
            #expect(try rows[99_999]["n"] == Int32(100_000))
        }
    }

    @Test("A parameter larger than any socket buffer goes through")
    func largeParameter() async throws {
        let text = String(repeating: "abcdefgh", count: 2_000_000)
        let length: Int32 = try await withConnection { try value(await $0.query("SELECT length(\(text)::text)")) }
        #expect(length == 16_000_000)
    }

    @Test("A broken constraint is known by its name, table and SQLSTATE, and the session goes on")
    func constraints() async throws {
        try await withConnection { connection in
            try await connection.script(
                """
                CREATE TEMP TABLE parent (id integer CONSTRAINT parent_key PRIMARY KEY);
                CREATE TEMP TABLE t (
                    id integer CONSTRAINT t_key UNIQUE, stock integer CONSTRAINT t_stock_check CHECK (stock >= 0),
                    parent integer CONSTRAINT t_parent REFERENCES parent, name text NOT NULL);
                INSERT INTO t VALUES (1, 1, NULL, 'x');
                """)
            let attempts: [(SQL, SQLState, String?)] = [
                ("INSERT INTO t VALUES (1, 1, NULL, 'x')", .uniqueViolation, "t_key"),
                ("UPDATE t SET stock = -1", .checkViolation, "t_stock_check"),
                ("UPDATE t SET parent = 7", .foreignKeyViolation, "t_parent"),
                ("UPDATE t SET name = NULL", .notNullViolation, nil),
            ]
            for (sql, state, constraint) in attempts {
                let error = try await failure { _ = try await connection.query(sql) }
                #expect(error.kind == .server)
                #expect(error.sqlState == state)
                #expect(error.constraint == constraint)
                #expect(error.table == "t")
                #expect(error.statement == sql.text)
                #expect(!error.outcomeIsUnknown)
                if state == .notNullViolation { #expect(error.column == "name") }
            }
            #expect(try value(await connection.query("SELECT 1")) == 1)
        }
    }

    @Test("What can't be sent is refused before anything is sent, and values are not in the error")
    func unencodable() async throws {
        try await withConnection { connection in
            let texts: [SQL] = ["SELECT \("sec\0ret")::text", "SELECT \(["a\0b"])::text[]", "SELECT 1 \0"]
            for sql in texts {
                let error = try await failure { _ = try await connection.query(sql) }
                #expect(error.kind == .unencodable)
                #expect(!"\(error)".contains("sec"))
            }
            let many = (0..<65_536).map { "\($0)" as SQL }.joined(",")
            #expect(try await failure { _ = try await connection.query("SELECT \(many)") }.kind == .unencodable)
            #expect(try await failure { try await connection.script("SELECT '\0'") }.kind == .unencodable)
            #expect(try value(await connection.query("SELECT 1")) == 1)
        }
    }

    @Test("A pipeline returns a result for each statement, and the same text may come twice")
    func pipeline() async throws {
        try await withConnection { connection in
            let twice: (Int) -> SQL = { "SELECT \($0)::integer AS n" }
            let results = try await connection.pipeline([
                twice(1), "CREATE TEMP TABLE t (n integer)", twice(2), twice(3),
            ])
            #expect(results.count == 4)
            #expect(try results[0][0]["n"] == 1)
            #expect(results[1].commandTag == "CREATE TABLE")
            #expect(try results[3][0]["n"] == 3)
            #expect(try await connection.pipeline([]).isEmpty)
        }
    }

    @Test("The first failed statement of a pipeline is the error, and nothing of the pipeline stays")
    func failedPipeline() async throws {
        try await withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE t (n integer PRIMARY KEY)")
            let error = try await failure {
                _ = try await connection.pipeline([
                    "INSERT INTO t VALUES (1)", "SELECT 1 / 0", "SELECT * FROM missing", "INSERT INTO t VALUES (2)",
                ])
            }
            #expect(error.sqlState == .divisionByZero)
            #expect(error.statement == "SELECT 1 / 0")
            #expect(try value(await connection.query("SELECT count(*) FROM t")) == 0)
        }
    }

    @Test("A statement that PostgreSQL runs only outside of pipelines and transactions can be run")
    func aloneStatements() async throws {
        // One prepared statement has to make room, which must not get into the transaction of VACUUM.
        try await withConnection(options: PostgresOptions(preparedStatementLimit: 1)) { connection in
            _ = try await connection.query("SELECT 1")
            _ = try await connection.query("SELECT 2")
            _ = try await connection.query("VACUUM")
        }
    }

    @Test("Calls that overlap on one connection run one after the other")
    func overlapping() async throws {
        try await withConnection { connection in
            let sum = try await withThrowingTaskGroup { group in
                for number in 1...40 {
                    group.addTask {
                        let rows = try await connection.query("SELECT \(number)::integer AS n, pg_sleep(0.001)")
                        return Int(try #require(rows.first)["n"] as Int32)
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 820)
        }
    }

    @Test("A script runs all of its statements, and says where the first faulty one is")
    func scripts() async throws {
        try await withConnection { connection in
            try await connection.script("CREATE TEMP TABLE t (n integer); INSERT INTO t VALUES (1); SELECT * FROM t")
            let error = try await failure {
                try await connection.script("INSERT INTO t VALUES (2); SELEKT 1; SELECT 1 / 0")
            }
            #expect(error.sqlState == .syntaxError)
            #expect(error.position == 27)
            #expect(try value(await connection.query("SELECT count(*) FROM t")) == 1)
            let copy = try await failure { try await connection.script("COPY t FROM STDIN") }
            #expect(copy.kind == .server)
            #expect(try value(await connection.query("SELECT count(*) FROM t")) == 1)
        }
    }

    @Test("Notices are kept for whoever asks")
    func notices() async throws {
        try await withConnection { connection in
            try await connection.script("DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two'; END $$")
            let notices = await connection.takeNotices()
            #expect(notices.map(\.message) == ["one", "two"])
            #expect(notices.map(\.severity) == ["NOTICE", "WARNING"])
            #expect(await connection.takeNotices().isEmpty)
        }
    }

    @Test("A closed connection says so, also to a call that is under way")
    func closing() async throws {
        try await withConnection { connection in
            let sleeper = Task { _ = try await connection.query("SELECT pg_sleep(60), 'closing'") }
            try await withConnection { try await untilRunning("closing", on: $0) }
            await connection.close()
            await connection.close()

            let interrupted = try await failure { try await sleeper.value }
            #expect(interrupted.kind == .closed)
            #expect(interrupted.outcomeIsUnknown)
            let late = try await failure { _ = try await connection.query("SELECT 1") }
            #expect(late.kind == .closed)
            #expect(!late.outcomeIsUnknown)
            #expect(await connection.isClosed)
        }
    }

    @Test("A COPY that is sent as a query closes the session with an error, and does not hang it")
    func misplacedCopy() async throws {
        try await withConnection { connection in
            let error = try await failure { _ = try await connection.query("COPY (SELECT 1) TO STDOUT") }
            #expect(error.message.contains("copyOut"))
            #expect(await connection.isClosed)
        }
    }
}
