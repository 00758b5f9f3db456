import Postgres
import TestSupport
import Testing

@Suite(.databaseForEachTest) struct SharingTests {
    private struct Broken: Error {}

    /// Reads a number that is another one each time.
    private func number(_ pool: PostgresPool, as key: String) async throws -> Int {
        try await pool.sharing(key) { try await number($0) }
    }

    private func number(_ connection: PostgresConnection) async throws -> Int {
        try value(await connection.query("SELECT nextval('counter')"))
    }

    /// Gives `body` a pool of one connection, which is lent until `body` lets it go.
    private func withBusyPool(
        _ body: (PostgresPool, _ release: @escaping @Sendable () -> Void) async throws -> Void
    ) async throws {
        try await withPool(size: 1) { pool in
            _ = try await pool.query("CREATE SEQUENCE counter")
            let (gate, opening) = AsyncStream.makeStream(of: Void.self)
            let holding = Task { try await pool.withConnection { _ in for await _ in gate { break } } }
            try await eventually("The connection is not lent.") { await pool.state.idle == 0 }
            try await body(pool) { opening.finish() }
            opening.finish()
            try await holding.value
        }
    }

    private func line(_ pool: PostgresPool, waiting: Int, sharing: Int) async throws {
        try await eventually("\(waiting) and \(sharing) do not wait.") {
            let state = await pool.state
            return (state.waiting, state.sharing) == (waiting, sharing)
        }
    }

    @Test("Who wants the same while the first is in line gets the same; others, and those who come later, do not")
    func sharesInLine() async throws {
        try await withBusyPool { pool, release in
            let first = Task { try await number(pool, as: "a") }
            try await line(pool, waiting: 1, sharing: 0)
            let same = (0..<10).map { _ in Task { try await number(pool, as: "a") } }
            try await line(pool, waiting: 1, sharing: 10)
            let other = Task { try await number(pool, as: "b") }
            try await line(pool, waiting: 2, sharing: 10)
            release()
            #expect(try await first.value == 1)
            for task in same { #expect(try await task.value == 1) }
            #expect(try await other.value == 2)
            #expect(try await number(pool, as: "a") == 3)
            try await line(pool, waiting: 0, sharing: 0)
        }
    }

    @Test("Keys that are equal stand for different things where the types of the answers differ")
    func separatesTypes() async throws {
        try await withBusyPool { pool, release in
            let counted = Task { try await number(pool, as: "a") }
            try await line(pool, waiting: 1, sharing: 0)
            let text = Task { try await pool.sharing("a") { _ in "text" } }
            try await line(pool, waiting: 2, sharing: 0)
            release()
            #expect(try await counted.value == 1)
            #expect(try await text.value == "text")
        }
    }

    @Test("Whoever is cancelled in line leaves the others their answer")
    func survivesCancellation() async throws {
        try await withBusyPool { pool, release in
            let first = Task { try await number(pool, as: "a") }
            try await line(pool, waiting: 1, sharing: 0)
            let others = (0..<3).map { _ in Task { try await number(pool, as: "a") } }
            try await line(pool, waiting: 1, sharing: 3)
            others[0].cancel()
            await #expect(throws: CancellationError.self) { try await others[0].value }
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            try await line(pool, waiting: 1, sharing: 1)
            release()
            #expect(try await others[1].value == 1)
            #expect(try await others[2].value == 1)
        }
    }

    @Test("A failure of the one who reads is everybody's, and the next ask for themselves")
    func sharesFailures() async throws {
        try await withBusyPool { pool, release in
            let tasks = (0..<4).map { _ in
                Task {
                    try await pool.sharing("a") { connection -> Int in
                        _ = try await number(connection)
                        throw Broken()
                    }
                }
            }
            try await line(pool, waiting: 1, sharing: 3)
            release()
            for task in tasks { await #expect(throws: Broken.self) { try await task.value } }
            // It was read once, and failed once.
            #expect(try await number(pool, as: "a") == 2)
        }
    }

    @Test("A pool that closes turns away those who wait for others, too")
    func endsWithThePool() async throws {
        try await withBusyPool { pool, release in
            let tasks = (0..<4).map { _ in Task { try await number(pool, as: "a") } }
            try await line(pool, waiting: 1, sharing: 3)
            let closing = Task { await pool.close() }
            for task in tasks {
                let error = try await failure { _ = try await task.value }
                #expect(error.kind == .closed)
            }
            release()
            await closing.value
        }
    }
}
