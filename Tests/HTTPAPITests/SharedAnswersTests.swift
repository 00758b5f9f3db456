import Domain
import JSON
import Postgres
import Services
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct SharedAnswersTests {
    private struct Broken: Error {}

    private let shared = SharedAnswers<Int>()

    private func question(_ target: String, as user: Int64 = 1) -> Question {
        Question(target, as: Principal(id: Identifier(user), name: "Ada", role: .admin, source: .http))
    }

    /// Reads a number that is another one each time.
    private func number(_ pool: PostgresPool, _ question: Question) async throws -> Int {
        try await shared.answer(question) { try await next(pool) }
    }

    private func next(_ pool: PostgresPool) async throws -> Int {
        let rows = try await pool.query("SELECT nextval('counter')")
        return try #require(rows.first)[at: 0]
    }

    /// Gives `body` a pool of one connection, which is lent until `body` lets it go.
    private func withBusyPool(
        _ body: (PostgresPool, _ release: @escaping @Sendable () -> Void) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            let pool = PostgresPool(
                conninfo: database.conninfo, size: 1, waitLimit: .seconds(300), on: database.loop)
            _ = try await pool.query("CREATE SEQUENCE counter")
            let (gate, opening) = AsyncStream.makeStream(of: Void.self)
            let holding = Task { try await pool.withConnection { _ in for await _ in gate { break } } }
            try await eventually("The connection is not lent.") { await pool.state.idle == 0 }
            try await body(pool) { opening.finish() }
            opening.finish()
            try await holding.value
            await pool.close()
        }
    }

    private func line(_ pool: PostgresPool, waiting: Int, following: Int) async throws {
        try await eventually("\(waiting) and \(following) do not wait.") {
            let state = await pool.state
            return (state.waiting, shared.followerCount) == (waiting, following)
        }
    }

    @Test("Who asks the same before it is read gets the same; other questions, other people and later ones do not")
    func sharesInLine() async throws {
        try await withBusyPool { pool, release in
            let first = Task { try await number(pool, question("/a")) }
            try await line(pool, waiting: 1, following: 0)
            let same = (0..<10).map { _ in Task { try await number(pool, question("/a")) } }
            try await line(pool, waiting: 1, following: 10)
            let others = [question("/b"), question("/a", as: 2)].map { asked in
                Task { try await number(pool, asked) }
            }
            try await line(pool, waiting: 3, following: 10)
            release()
            #expect(try await first.value == 1)
            for task in same { #expect(try await task.value == 1) }
            #expect(try await Set([others[0].value, others[1].value]) == [2, 3])
            #expect(try await number(pool, question("/a")) == 4)
            try await line(pool, waiting: 0, following: 0)
        }
    }

    @Test("Whoever is cancelled in line leaves the others their answer")
    func survivesCancellation() async throws {
        try await withBusyPool { pool, release in
            let first = Task { try await number(pool, question("/a")) }
            try await line(pool, waiting: 1, following: 0)
            let others = (0..<3).map { _ in Task { try await number(pool, question("/a")) } }
            try await line(pool, waiting: 1, following: 3)
            others[0].cancel()
            await #expect(throws: CancellationError.self) { try await others[0].value }
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            try await line(pool, waiting: 1, following: 1)
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
                    try await shared.answer(question("/a")) {
                        _ = try await next(pool)
                        throw Broken()
                    }
                }
            }
            try await line(pool, waiting: 1, following: 3)
            release()
            for task in tasks { await #expect(throws: Broken.self) { try await task.value } }
            // It was read once, and failed once.
            #expect(try await number(pool, question("/a")) == 2)
        }
    }

    @Test("Twenty who ask the same over HTTP while all connections are taken see what was changed before the reading")
    func servesMany() async throws {
        try await API.open { api in
            let made = try await api.post("/products", #"{"sku":"TEA-1","name":"Tea","price":"2.00","stock":3}"#)
            let id = try #require(try made.json["id"]?.intValue)
            let (gate, opening) = AsyncStream.makeStream(of: Void.self)
            let change = Task {
                try await api.pool.withConnection { connection in
                    for await _ in gate { break }
                    _ = try await connection.query("UPDATE site.s_product SET name = 'Green tea'")
                }
            }
            let (rest, ending) = AsyncStream.makeStream(of: Void.self)
            let holding = (1..<6).map { _ in
                Task { try await api.pool.withConnection { _ in for await _ in rest { break } } }
            }
            try await eventually("The connections are not lent.") { await api.pool.state.leased == 6 }
            let asking = (0..<20).map { _ in Task { try await api.get("/products/\(id)") } }
            try await eventually("The requests do not wait.") {
                let waiting = await api.pool.state.waiting
                return api.services.observations.figures.inFlight == 20 && waiting == 1
            }
            opening.finish()
            try await change.value
            for task in asking { #expect(try await task.value.json["name"] == "Green tea") }
            ending.finish()
            for task in holding { try await task.value }
        }
    }
}
