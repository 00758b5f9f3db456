import Glibc
import Postgres
import Reactor
import TestSupport
import Testing

@Suite(.database) struct PostgresPoolTests {
    private struct Broken: Error {}

    private func terminate(_ process: Int32) async throws {
        try await withConnection { administrator in
            _ = try await administrator.query("SELECT pg_terminate_backend(\(process)::integer)")
            try await eventually("The session did not end.") {
                try await administrator.query("SELECT 1 FROM pg_stat_activity WHERE pid = \(process)::integer").isEmpty
            }
        }
    }

    @Test("Sixty-four tasks share four connections, and each gets its own answers")
    func sharing() async throws {
        try await withPool(size: 4) { pool in
            let sum = try await withThrowingTaskGroup { group in
                for number in 0..<64 {
                    group.addTask {
                        var sum = 0
                        for round in 0..<25 {
                            let rows = try await pool.query("SELECT \(number)::integer * 100 + \(round)::integer AS n")
                            sum += Int(try #require(rows.first)["n"] as Int32)
                        }
                        return sum
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == (0..<64).reduce(0) { $0 + (0..<25).reduce(0, +) + 25 * 100 * $1 })
            let state = await pool.state
            #expect(state.open <= 4)
            #expect(state.idle == state.open)
            #expect(state.waiting == 0)
            #expect(state.link == .connected)
        }
    }

    @Test("Connections are opened when they are needed, and used again")
    func laziness() async throws {
        try await withPool(size: 4) { pool in
            #expect(await pool.state.open == 0)
            let first: Int32 = try value(await pool.query("SELECT pg_backend_pid()"))
            let second: Int32 = try value(await pool.query("SELECT pg_backend_pid()"))
            #expect(first == second)
            #expect(await pool.state.open == 1)
        }
    }

    @Test("Too long a wait and too long a line are errors, and the next caller is served")
    func exhaustion() async throws {
        try await withPool(size: 1, queueLimit: 1, waitLimit: .milliseconds(30)) { pool in
            try await pool.withConnection { _ in
                let late = try await failure { _ = try await pool.query("SELECT 1") }
                #expect(late.kind == .poolExhausted)
                #expect(!late.outcomeIsUnknown)
            }
            #expect(try value(await pool.query("SELECT 1")) == Int32(1))
        }
        try await withPool(size: 1, queueLimit: 1) { pool in
            let waiting = try await pool.withConnection { _ in
                let waiting = Task { try await pool.query("SELECT 7") }
                try await eventually("Nobody stands in line.") { await pool.state.waiting == 1 }
                let turnedAway = try await failure { _ = try await pool.query("SELECT 1") }
                #expect(turnedAway.kind == .poolExhausted)
                return waiting
            }
            #expect(try value(await waiting.value) == Int32(7))
        }
    }

    @Test("Callers are served in the order in which they came")
    func fairness() async throws {
        try await withPool(size: 1) { pool in
            _ = try await pool.query("CREATE UNLOGGED TABLE arrivals (id serial, n integer)")
            let tasks = try await pool.withConnection { _ in
                var tasks: [Task<Void, any Error>] = []
                for number in 0..<20 {
                    tasks.append(Task { _ = try await pool.query("INSERT INTO arrivals (n) VALUES (\(number))") })
                    try await eventually("A caller does not stand in line.") { await pool.state.waiting == number + 1 }
                }
                return tasks
            }
            for task in tasks { try await task.value }
            let order = try await pool.query("SELECT n FROM arrivals ORDER BY id")
            #expect(try order.map { try $0["n"] as Int32 } == Array(0..<20))
        }
    }

    @Test("A caller that is cancelled leaves the line")
    func cancelledWaiter() async throws {
        try await withPool(size: 1) { pool in
            try await pool.withConnection { _ in
                let waiting = Task { _ = try await pool.query("SELECT 1") }
                try await eventually("Nobody stands in line.") { await pool.state.waiting == 1 }
                waiting.cancel()
                await #expect(throws: CancellationError.self) { try await waiting.value }
                #expect(await pool.state.waiting == 0)
            }
            #expect(try value(await pool.query("SELECT 1")) == Int32(1))
        }
    }

    @Test("Tasks cancelled at any moment neither spoil a connection nor lose one")
    func cancellationStorm() async throws {
        try await withPool(size: 2) { pool in
            _ = try await pool.query("CREATE UNLOGGED TABLE storm (n integer)")
            await withTaskGroup { group in
                for number in 0..<100 {
                    let task = Task {
                        try await pool.transaction { transaction in
                            _ = try await transaction.query("SELECT pg_sleep(0.001)")
                            _ = try await transaction.query("SELECT \(number)::integer")
                        }
                    }
                    group.addTask {
                        if number.isMultiple(of: 2) { try? await Task.sleep(for: .microseconds(number * 100)) }
                        task.cancel()
                        _ = await task.result
                    }
                }
            }
            // VACUUM runs outside of a transaction only; both connections have to take it.
            try await pool.withConnection { one in
                try await pool.withConnection { two in
                    _ = try await one.query("VACUUM storm")
                    _ = try await two.query("VACUUM storm")
                }
            }
            let state = await pool.state
            #expect(state.idle == state.open)
            #expect(state.open <= 2)
        }
    }

    @Test("A session that was ended while it idled is replaced before anything is sent")
    func endedWhileIdle() async throws {
        try await withPool(size: 1) { pool in
            for _ in 0..<5 {
                let process: Int32 = try value(await pool.query("SELECT pg_backend_pid()"))
                try await terminate(process)
                let next: Int32 = try value(await pool.query("SELECT pg_backend_pid()"))
                #expect(next != process)
            }
            #expect(await pool.state.open == 1)
        }
    }

    @Test("A session that is ended while it works fails its caller only, with an unknown outcome")
    func endedWhileActive() async throws {
        try await withPool(size: 1) { pool in
            let process: Int32 = try value(await pool.query("SELECT pg_backend_pid()"))
            let task = Task { _ = try await pool.query("SELECT pg_sleep(60), 'active in the pool'") }
            try await withConnection { try await untilRunning("active in the pool", on: $0) }
            try await terminate(process)
            let error = try await failure { try await task.value }
            #expect(error.kind == .connectionLost)
            #expect(error.outcomeIsUnknown)
            #expect(try value(await pool.query("SELECT pg_backend_pid()")) != process)
        }
    }

    @Test("A transaction that was left open is rolled back before the next caller gets the connection")
    func leftOpen() async throws {
        try await withPool(size: 1) { pool in
            _ = try await pool.query("CREATE UNLOGGED TABLE left_open (n integer)")
            let process = try await pool.withConnection { connection in
                _ = try await connection.query("BEGIN")
                _ = try await connection.query("INSERT INTO left_open VALUES (1)")
                return await connection.processID
            }
            #expect(try value(await pool.query("SELECT pg_backend_pid()")) == process)
            #expect(try value(await pool.query("SELECT count(*) FROM left_open")) == 0)
        }
    }

    @Test("A caller that closes its connection costs the pool that connection and no more")
    func closedByCaller() async throws {
        try await withPool(size: 1) { pool in
            try await pool.withConnection { await $0.close() }
            #expect(await pool.state.open == 0)
            #expect(try value(await pool.query("SELECT 1")) == Int32(1))
        }
    }

    @Test("An error of the body is thrown as it is, and the connection comes back")
    func bodyFails() async throws {
        try await withPool(size: 1) { pool in
            await #expect(throws: Broken.self) { try await pool.withConnection { _ in throw Broken() } }
            #expect(await pool.state.idle == 1)
        }
    }

    @Test("Where there is no server, callers learn it within the limit, and the state says so")
    func noServer() async throws {
        let loop = try TestDatabase.current.loop
        let pool = PostgresPool(
            conninfo: "host=/nowhere/at/all dbname=x", size: 1, connectLimit: .milliseconds(100), on: loop)
        let error = try await failure { _ = try await pool.query("SELECT 1") }
        #expect(error.kind == .connectFailed)
        #expect(!error.outcomeIsUnknown)
        let state = await pool.state
        #expect(state.link == .degraded(error.message))
        #expect(state.open == 0)
        await pool.close()
    }

    @Test("A server that comes up while a caller waits is found, and the state says so")
    func lateServer() async throws {
        let database = try TestDatabase.current
        let directory: String = try await withConnection { connection in
            try value(await connection.query("SELECT current_setting('unix_socket_directories')"))
        }
        let link = "/tmp/oblik-late-\(getpid())"
        defer { unlink(link) }
        let pool = PostgresPool(
            conninfo: database.conninfo + " host=\(link)", size: 1, connectLimit: .seconds(20), on: database.loop)
        let early = Task { try await pool.query("SELECT 7") }
        try await eventually("The pool has not tried to connect.") { await pool.state.link != .connected }
        try #require(symlink(directory, link) == 0)

        #expect(try value(await early.value) == Int32(7))
        #expect(await pool.state.link == .connected)
        await pool.close()
    }

    @Test("A wrong database is no passing failure: nobody waits for it to get better")
    func lastingFailure() async throws {
        let database = try TestDatabase.current
        let pool = PostgresPool(
            conninfo: database.conninfo + " dbname=no_such_database", size: 1, connectLimit: .seconds(3600),
            on: database.loop)
        let error = try await failure { _ = try await pool.query("SELECT 1") }
        #expect(error.sqlState == .invalidCatalogName)
        await pool.close()
    }

    @Test("A closed pool turns everybody away, those who wait too, and ends its sessions")
    func closing() async throws {
        try await withPool(size: 1) { pool in
            try await withConnection { gate in
                _ = try await gate.query("SELECT pg_advisory_lock(4711)")
                let holder = Task { _ = try await pool.query("SELECT pg_advisory_xact_lock(4711), 'last of the pool'") }
                try await untilRunning("last of the pool", on: gate)
                let waiting = Task { _ = try await pool.query("SELECT 1") }
                try await eventually("Nobody stands in line.") { await pool.state.waiting == 1 }

                let closing = Task { await pool.close() }
                #expect(try await failure { try await waiting.value }.kind == .closed)
                #expect(await pool.state.open == 1)
                _ = try await gate.query("SELECT pg_advisory_unlock(4711)")
                try await holder.value
                await closing.value
            }
            #expect(try await failure { _ = try await pool.query("SELECT 1") }.kind == .closed)
            #expect(await pool.state.link == .closed)
            #expect(await pool.state.open == 0)
        }
    }
}
