import Glibc
import Postgres
import Reactor
import TestSupport
import Testing

@Suite(.database) struct InterruptionTests {
    private func isUsable(_ connection: PostgresConnection) async throws -> Bool {
        try value(await connection.query("SELECT \(1)::integer + 1")) == Int32(2)
    }

    @Test("A deadline stops the statement on the server; it is known to be undone, and the session goes on")
    func deadline() async throws {
        try await withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE t (n integer)")
            let error = try await failure {
                _ = try await connection.pipeline(
                    ["INSERT INTO t VALUES (1)", "SELECT pg_sleep(60)"], deadline: .milliseconds(50))
            }
            #expect(error.kind == .deadlineExceeded)
            #expect(error.sqlState == .queryCanceled)
            #expect(!error.outcomeIsUnknown)
            #expect(try value(await connection.query("SELECT count(*) FROM t")) == 0)
        }
    }

    @Test("A script stops at its deadline too, and the session goes on in pipeline mode")
    func scriptDeadline() async throws {
        try await withConnection { connection in
            let error = try await failure {
                try await connection.script("SELECT 1; SELECT pg_sleep(60)", deadline: .milliseconds(50))
            }
            #expect(error.kind == .deadlineExceeded)
            #expect(try await isUsable(connection))
        }
    }

    @Test("A server that does not even answer the cancellation costs the session, and the outcome is unknown")
    func silence() async throws {
        try await withConnection { connection in
            let process = await connection.processID
            let stopped = kill(process, SIGSTOP)
            try #require(stopped == 0)
            let error = try await failure { _ = try await connection.query("SELECT 1", deadline: .milliseconds(50)) }
            kill(process, SIGCONT)
            #expect(error.kind == .deadlineExceeded)
            #expect(error.outcomeIsUnknown)
            #expect(await connection.isClosed)
        }
    }

    @Test("A cancelled task gets CancellationError once the server has stopped, and the session goes on")
    func cancellation() async throws {
        try await withConnection { connection in
            let task = Task { _ = try await connection.query("SELECT pg_sleep(60), 'cancel me'") }
            try await withConnection { try await untilRunning("cancel me", on: $0) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await isUsable(connection))
        }
    }

    @Test("Cancelled at any moment, a call leaves the session usable and never hits the next statement")
    func cancellationStorm() async throws {
        try await withConnection { connection in
            for round in 0..<60 {
                let task = Task { try await connection.query("SELECT pg_sleep(0.002), \(round)::integer") }
                if round.isMultiple(of: 3) { try await Task.sleep(for: .microseconds(round * 60)) }
                task.cancel()
                do { _ = try await task.value } catch { #expect(error is CancellationError) }
                #expect(try await isUsable(connection))
            }
        }
    }

    @Test("A task that is cancelled already sends nothing")
    func cancelledBefore() async throws {
        try await withConnection { connection in
            _ = try await connection.query("CREATE TEMP TABLE t (n integer)")
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                _ = try await connection.query("INSERT INTO t VALUES (1)")
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try value(await connection.query("SELECT count(*) FROM t")) == 0)
        }
    }

    @Test("A session that is ended while it works is lost with its SQLSTATE, and the outcome is unknown")
    func terminated() async throws {
        try await withConnection { connection in
            let task = Task { _ = try await connection.query("SELECT pg_sleep(60), 'terminate me'") }
            let process = await connection.processID
            try await withConnection { administrator in
                try await untilRunning("terminate me", on: administrator)
                _ = try await administrator.query("SELECT pg_terminate_backend(\(process)::integer)")
            }
            let error = try await failure { try await task.value }
            #expect(error.kind == .connectionLost)
            #expect(error.sqlState == .adminShutdown)
            #expect(error.outcomeIsUnknown)
            let late = try await failure { _ = try await connection.query("SELECT 1") }
            #expect(late.kind == .connectionLost)
            #expect(!late.outcomeIsUnknown)
        }
    }

    @Test("A session that ends itself in mid-statement is lost, whatever else it said")
    func ownEnd() async throws {
        try await withConnection { connection in
            let error = try await failure {
                try await connection.script("SELECT 1; SELECT pg_terminate_backend(pg_backend_pid()); SELECT 2")
            }
            #expect(error.kind == .connectionLost)
            #expect(error.outcomeIsUnknown)
            #expect(await connection.isClosed)
        }
    }

    @Test("A session that is ended for idling in a transaction is lost, and the next statement says so")
    func idleInTransaction() async throws {
        try await withConnection { connection in
            _ = try await connection.query("SET idle_in_transaction_session_timeout = '10ms'")
            _ = try await connection.query("BEGIN")
            let process = await connection.processID
            try await withConnection { other in
                try await eventually("The session did not end.") {
                    try await other.query("SELECT 1 FROM pg_stat_activity WHERE pid = \(process)::integer").isEmpty
                }
            }
            let error = try await failure { _ = try await connection.query("SELECT 1") }
            #expect(error.kind == .connectionLost)
        }
    }
}
