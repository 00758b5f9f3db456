import HTTPAPI
import JSON
import Postgres
import TestSupport
import Testing

@Suite(.serialized) struct RaceAPITests {
    @Test("Sixty-four clients sell a hundred pieces with a thousand requests: 100 times 201, 900 times 409, none left")
    func sellsOut() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 100))
            let bodies = Array(repeating: basket(user, [(tea, 1)]), count: 1000)
            let statuses = try await race(api, clients: 64, bodies: bodies)
            #expect(statuses == [201: 100, 409: 900])
            #expect(try await api.stock(of: tea) == 0)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_order") == 100)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_stock_move WHERE reason = 'sale'") == 100)
        }
    }

    @Test("Baskets over twenty products in random order meet no deadlock")
    func mixesBaskets() async throws {
        try await API.open { api in
            let user = try await api.customer()
            var products: [Int64] = []
            for index in 0..<20 { products.append(try await api.product("P\(index)", stock: 10_000)) }
            let stocked = products
            let bodies = (0..<400).map { _ in basket(user, stocked.shuffled().prefix(6).map { ($0, 1) }) }
            #expect(try await race(api, clients: 64, bodies: bodies) == [201: 400])
            #expect(try await api.number("SELECT sum(quantity)::bigint AS n FROM site.s_order_item") == 2400)
            let deadlocks = try await api.number(
                "SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()")
            #expect(deadlocks == 0)
        }
    }

    @Test("One key sent fifty times at once: one 201, forty-nine 200, one order")
    func sharesOneKey() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 100))
            let bodies = Array(repeating: basket(user, [(tea, 3)]), count: 50)
            let statuses = try await race(api, clients: 50, bodies: bodies, key: "the-key")
            #expect(statuses == [201: 1, 200: 49])
            #expect(try await api.stock(of: tea) == 97)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_order") == 1)
        }
    }

    @Test("One key and the last piece: whoever comes second hears of the order, not of the shortage")
    func sharesOneKeyAndTheLastPiece() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 1))
            let bodies = Array(repeating: basket(user, [(tea, 1)]), count: 30)
            #expect(try await race(api, clients: 30, bodies: bodies, key: "the-key") == [201: 1, 200: 29])
        }
    }

    /// Sends the bodies over as many connections as there are clients, each with its share, and counts the answers.
    private func race(
        _ api: API, clients: Int, bodies: [String], key: String? = nil
    ) async throws -> [Int: Int] {
        let port = api.port
        let headers = [("Content-Type", "application/json")] + (key.map { [("Idempotency-Key", $0)] } ?? [])
        return try await withThrowingTaskGroup(of: [Int].self) { group in
            for client in 0..<clients {
                let share = stride(from: client, to: bodies.count, by: clients).map { Array(bodies[$0].utf8) }
                group.addTask {
                    try await onThread {
                        let connection = try TestClient(port: port, patienceSeconds: 60)
                        return try share.map {
                            try connection.request("POST", "/orders", headers: headers, body: $0).status
                        }
                    }
                }
            }
            var counts: [Int: Int] = [:]
            for try await statuses in group {
                for status in statuses { counts[status, default: 0] += 1 }
            }
            return counts
        }
    }
}
