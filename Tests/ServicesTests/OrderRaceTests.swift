import Domain
import Postgres
import Repositories
import Services
import TestSupport
import Testing

@Suite struct OrderRaceTests {
    @Test("Sixty-four clients share a hundred pieces: a hundred orders, not one more")
    func sellsExactlyWhatThereIs() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(stock: 100))
            let outcomes = try await race(clients: 64, requests: 400) { _ in
                try shop.request(user, [(tea, 1)])
            } in: {
                try await shop.place($0)
            }
            #expect(outcomes.created == 100)
            #expect(outcomes.short == 300)
            #expect(try await shop.stock(of: tea) == 0)
            try await shop.expectBalanced()
        }
    }

    @Test("Without the row lock, the same race sells more than there is")
    func needsTheLock() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(stock: 100))
            // The CHECK is the last line of defence; it goes too, so that the lock alone is on trial.
            _ = try await shop.pool.query("ALTER TABLE site.s_product DROP CONSTRAINT s_product_stock_check")
            let orders = OrderRepository(shop.pool)
            var stock = 0
            // Two orders must meet over the last pieces, which on a busy machine they don't do every time.
            for _ in 0..<20 where stock >= 0 {
                _ = try await shop.pool.query("UPDATE site.s_product SET stock = 100")
                _ = try await race(clients: 64, requests: 400) { _ in
                    try shop.request(user, [(tea, 1)])
                } in: { request in
                    let audit = AuditEntry(shop.operator_, .placeOrder)
                    let outcome = try await orders.place(request, fingerprint: [1], audit: audit, lock: "")
                    guard case .placed(let order)? = outcome else { throw ServiceError.insufficientStock([]) }
                    return .created(order)
                }
                stock = try await shop.number("SELECT stock::bigint AS n FROM site.s_product")
            }
            #expect(stock < 0)
        }
    }

    @Test("Baskets over the same products in any order never deadlock")
    func basketsDoNotDeadlock() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            var products: [Product] = []
            for index in 0..<20 { products.append(try await shop.product("P\(index)", stock: 1000)) }
            let stocked = products
            let outcomes = try await race(clients: 32, requests: 320) { _ in
                try shop.request(user, stocked.shuffled().prefix(8).map { ($0, 1) })
            } in: {
                try await shop.place($0)
            }
            #expect(outcomes.created == 320)
            #expect(try await shop.number("SELECT sum(quantity)::bigint AS n FROM site.s_order_item") == 320 * 8)
            let deadlocks: SQL = "SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()"
            #expect(try await shop.number(deadlocks) == 0)
            try await shop.expectBalanced()
        }
    }

    @Test("One key sent fifty times at once places one order")
    func oneKeyOneOrder() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(stock: 3))
            let request = try shop.request(user, [(tea, 2)], key: "the-one")
            let outcomes = try await race(clients: 50, requests: 50) { _ in
                request
            } in: {
                try await shop.place($0)
            }
            #expect(outcomes.created == 1)
            #expect(outcomes.existing == 49)
            #expect(try await shop.stock(of: tea) == 1)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order") == 1)
        }
    }

    @Test("Orders and cancellations at the same time leave books that balance")
    func cancelsWhileSelling() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let (a, b) = (try await shop.product("A", stock: 50), try await shop.product("B", stock: 50))
            try await withThrowingTaskGroup { group in
                for index in 0..<60 {
                    group.addTask {
                        let basket = index.isMultiple(of: 2) ? [(a, 1), (b, 2)] : [(b, 1), (a, 2)]
                        guard let order = try? await shop.place(shop.request(user, basket)).order else { return }
                        if index.isMultiple(of: 3) {
                            _ = try await shop.services.orders.cancel(order.id, as: shop.operator_)
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await shop.expectBalanced()
        }
    }

    /// What became of a number of requests.
    struct Outcomes: Sendable {
        var created = 0
        var existing = 0
        var short = 0
    }

    /// Sends `requests` orders, `clients` of them at a time, and counts the answers; anything unexpected is thrown.
    private func race(
        clients: Int, requests: Int, _ make: (Int) throws -> PlaceOrder,
        in send: @escaping @Sendable (PlaceOrder) async throws -> Placement
    ) async throws -> Outcomes {
        let orders = try (0..<requests).map(make)
        return try await withThrowingTaskGroup(of: [Outcomes].self) { group in
            for client in 0..<clients {
                group.addTask {
                    var outcomes: [Outcomes] = []
                    for index in stride(from: client, to: orders.count, by: clients) {
                        outcomes.append(try await Self.outcome(of: orders[index], send))
                    }
                    return outcomes
                }
            }
            return try await group.reduce(into: Outcomes()) { sum, outcomes in
                for outcome in outcomes {
                    sum.created += outcome.created
                    sum.existing += outcome.existing
                    sum.short += outcome.short
                }
            }
        }
    }

    private static func outcome(
        of order: PlaceOrder, _ send: @Sendable (PlaceOrder) async throws -> Placement
    ) async throws -> Outcomes {
        do {
            switch try await send(order) {
            case .created: return Outcomes(created: 1)
            case .existing: return Outcomes(existing: 1)
            }
        } catch ServiceError.insufficientStock {
            return Outcomes(short: 1)
        }
    }
}
