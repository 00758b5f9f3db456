import Postgres
import TestSupport
import Testing

@Suite(.database) struct CopyTests {
    private struct Broken: Error {}

    private func table(_ connection: PostgresConnection) async throws {
        _ = try await connection.query("CREATE TEMP TABLE t (n integer, name text)")
    }

    private func count(_ connection: PostgresConnection) async throws -> Int {
        try value(await connection.query("SELECT count(*) FROM t"))
    }

    @Test("Rows go in and come out again, cut into chunks anywhere")
    func roundTrip() async throws {
        try await withConnection { connection in
            try await table(connection)
            let text = (1...20_000).map { "\($0)\tїжак \($0)\n" }.joined()
            var rest = Array(text.utf8)[...]
            let copied = try await connection.copyIn("COPY t FROM STDIN") {
                defer { rest = rest.dropFirst(7001) }
                return rest.isEmpty ? nil : Array(rest.prefix(7001))
            }
            #expect(copied == 20_000)

            var received: [UInt8] = []
            var largest = 0
            let sent = try await connection.copyOut("COPY (SELECT * FROM t ORDER BY n) TO STDOUT") { chunk in
                received += chunk
                largest = max(largest, chunk.count)
            }
            #expect(sent == 20_000)
            #expect(String(decoding: received, as: UTF8.self) == text)
            #expect(largest < 70_000)
            #expect(try await count(connection) == 20_000)
        }
    }

    @Test("A sequence of chunks is copied, whether it can fail or not")
    func sequences() async throws {
        try await withConnection { connection in
            try await table(connection)
            let stream = AsyncStream<[UInt8]> { continuation in
                for number in 0..<100 { continuation.yield(Array("\(number)\tx\n".utf8)) }
                continuation.finish()
            }
            #expect(try await connection.copyIn("COPY t FROM STDIN", chunks: stream) == 100)
            let failing = AsyncThrowingStream<[UInt8], any Error> { continuation in
                continuation.yield(Array("1\tx\n".utf8))
                continuation.finish(throwing: Broken())
            }
            await #expect(throws: Broken.self) {
                _ = try await connection.copyIn("COPY t FROM STDIN", chunks: failing)
            }
            #expect(try await count(connection) == 100)
        }
    }

    @Test("Nothing to copy is a copy of no rows")
    func nothing() async throws {
        try await withConnection { connection in
            try await table(connection)
            #expect(try await connection.copyIn("COPY t FROM STDIN") { nil } == 0)
            #expect(try await connection.copyIn("COPY t FROM STDIN", chunks: AsyncStream { $0.finish() }) == 0)
            #expect(try await connection.copyOut("COPY t TO STDOUT") { _ in Issue.record("There are no rows.") } == 0)
        }
    }

    @Test("A row that does not fit undoes the copy, also where much more data follows it")
    func badRow() async throws {
        try await withConnection { connection in
            try await table(connection)
            var chunks = 0
            let error = try await failure {
                _ = try await connection.copyIn("COPY t FROM STDIN") {
                    chunks += 1
                    if chunks == 1 { return Array("1\tx\nnonsense\ty\n".utf8) }
                    return chunks < 200 ? Array(String(repeating: "2\tz\n", count: 10_000).utf8) : nil
                }
            }
            #expect(error.sqlState == .invalidTextRepresentation)
            #expect(!error.outcomeIsUnknown)
            #expect(try await count(connection) == 0)
        }
    }

    @Test("A caller that fails or is cancelled undoes the copy, and the session goes on")
    func callerFails() async throws {
        try await withConnection { connection in
            try await table(connection)
            var isFirst = true
            await #expect(throws: Broken.self) {
                _ = try await connection.copyIn("COPY t FROM STDIN") {
                    defer { isFirst = false }
                    guard isFirst else { throw Broken() }
                    return Array("1\tx\n".utf8)
                }
            }
            #expect(try await count(connection) == 0)

            let task = Task {
                _ = try await connection.copyIn("COPY t FROM STDIN") {
                    withUnsafeCurrentTask { $0?.cancel() }
                    // More than the buffers take, so that a wait meets the cancellation.
                    return Array(String(repeating: "2\tz\n", count: 1_000_000).utf8)
                }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await count(connection) == 0)
        }
    }

    @Test("A reader that has had enough ends the copy, and the session goes on")
    func readerFails() async throws {
        try await withConnection { connection in
            await #expect(throws: Broken.self) {
                _ = try await connection.copyOut("COPY (SELECT * FROM generate_series(1, 3000000)) TO STDOUT") { _ in
                    throw Broken()
                }
            }
            let one: Int32 = try value(await connection.query("SELECT 1"))
            #expect(one == 1)
        }
    }

    @Test("An error in the middle of a copy to the client is thrown after the rows before it")
    func serverFailsOnTheWay() async throws {
        try await withConnection { connection in
            var bytes = 0
            let error = try await failure {
                _ = try await connection.copyOut(
                    "COPY (SELECT 1 / (50000 - n) FROM generate_series(1, 60000) AS n) TO STDOUT"
                ) {
                    bytes += $0.count
                }
            }
            #expect(error.sqlState == .divisionByZero)
            #expect(bytes > 0)
            #expect(try value(await connection.query("SELECT 1")) == Int32(1))
        }
    }

    @Test("What is no copy in that direction is refused, and a faulty one leaves the session in order")
    func refusals() async throws {
        try await withConnection { connection in
            let faulty = try await failure { _ = try await connection.copyIn("COPY missing FROM STDIN") { nil } }
            #expect(faulty.sqlState == .undefinedTable)
            #expect(try value(await connection.query("SELECT 1")) == Int32(1))
            let parameter = try await failure { _ = try await connection.copyIn("COPY t FROM \("x")") { nil } }
            #expect(parameter.kind == .unencodable)
            #expect(try value(await connection.query("SELECT 1")) == Int32(1))
            let wrong = try await failure { _ = try await connection.copyOut("SELECT 1") { _ in } }
            #expect(wrong.kind == .closed)
        }
    }

    @Test("A copy in a transaction that fails is undone with it")
    func transactions() async throws {
        try await withPool(size: 1) { pool in
            _ = try await pool.query("CREATE UNLOGGED TABLE copied (n integer)")
            await #expect(throws: Broken.self) {
                try await pool.transaction { transaction in
                    var chunks = [Array("1\n2\n".utf8)]
                    let copied = try await transaction.connection.copyIn("COPY copied FROM STDIN") { chunks.popLast() }
                    #expect(copied == 2)
                    throw Broken()
                }
            }
            #expect(try value(await pool.query("SELECT count(*) FROM copied")) == 0)
        }
    }

    @Test("A session that is ended in the middle of a copy is lost, and nothing was copied")
    func terminated() async throws {
        try await withConnection { connection in
            let process = await connection.processID
            try await withConnection { administrator in
                _ = try await administrator.query("CREATE TABLE target (n integer)")
                var isFirst = true
                let error = try await failure {
                    _ = try await connection.copyIn("COPY target FROM STDIN") {
                        if isFirst {
                            _ = try await administrator.query("SELECT pg_terminate_backend(\(process)::integer)")
                        }
                        isFirst = false
                        return Array(String(repeating: "1\n", count: 100_000).utf8)
                    }
                }
                #expect(error.kind == .connectionLost)
                #expect(!error.outcomeIsUnknown)
                #expect(try value(await administrator.query("SELECT count(*) FROM target")) == 0)
            }
        }
    }
}
