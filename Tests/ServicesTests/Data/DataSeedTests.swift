import Domain
import Postgres
import Services
import TestSupport
import Testing

@Suite struct DataSeedTests {
    @Test("The same seed writes the same rows into every empty shop, another seed others")
    func determinism() async throws {
        let options = DataFixture.options(orders: 2000)
        let (first, report) = try await DataFixture.open { shop in
            let report = try await shop.seeds.run(options, as: shop.principal)
            return (try await withoutAudit(shop), report)
        }
        let (second, again) = try await DataFixture.open { shop in
            let report = try await shop.seeds.run(options, as: shop.principal)
            return (try await withoutAudit(shop), report)
        }
        let other = try await DataFixture.open { shop in
            _ = try await shop.seeds.run(DataFixture.options(orders: 2000, seed: 8), as: shop.principal)
            return try await withoutAudit(shop)
        }
        #expect(first == second)
        #expect(report.lines == again.lines && report.moves == again.moves && report.end == again.end)
        #expect(first != other)
    }

    /// The row of the audit log says when the seed was run, which is the one thing that differs.
    private func withoutAudit(_ shop: DataFixture) async throws -> [String] {
        try await shop.checksums().filter { !$0.hasPrefix("s_audit ") }
    }

    @Test("A seeded shop is what its report says, keeps its books, and has every key and index that it had")
    func contents() async throws {
        try await DataFixture.open { shop in
            let definitions = try await shop.definitions()
            let report = try await shop.seeds.run(DataFixture.options(orders: 1500), as: shop.principal)
            #expect(try await shop.definitions() == definitions)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_user") == report.users)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_product") == report.products)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order") == 1500)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order_item") == report.lines)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_stock_move") == report.moves)
            let repeating = try await shop.number(
                """
                SELECT count(DISTINCT order_id) AS n
                FROM (SELECT order_id FROM site.s_order_item GROUP BY order_id, product_id HAVING count(*) > 1) AS twice
                """)
            #expect((150...270).contains(repeating))
            let statuses = try await shop.texts("SELECT DISTINCT status AS t FROM site.s_order ORDER BY 1")
            #expect(statuses == ["cancelled", "paid", "placed", "shipped"])
            #expect(
                try await shop.texts("SELECT concat_ws(' ', operation, source, entity) AS t FROM site.s_audit")
                    == ["seedShop cli shop"])
            try await shop.expectClean()
        }
    }

    @Test("The demo comes behind what a shop has, by the slower way, and the shop works on")
    func besides() async throws {
        try await Shop.open { shop in
            let (user, product) = (try await shop.customer(), try await shop.product())
            guard case .created(let order) = try await shop.place(shop.request(user, [(product, 3)])) else {
                Issue.record("The order was not placed.")
                return
            }
            let data = DataFixture(pool: shop.pool)
            let report = try await data.seeds.run(DataFixture.options(), as: shop.operator_)
            #expect(report.orders == 120)
            #expect(try await shop.stock(of: product) == 7)
            #expect(try await shop.services.orders.get(order.id, as: shop.operator_) == order)
            try await data.expectClean()
            // The sequences have passed the numbers of the demo.
            let another = try await shop.product("B-1")
            guard case .created(let next) = try await shop.place(shop.request(user, [(another, 1)])) else {
                Issue.record("The order was not placed.")
                return
            }
            #expect(next.id.value == order.id.value + 121)
            try await data.expectClean()
        }
    }

    @Test("A second demo is refused, and so is one that meets its own codes")
    func twice() async throws {
        try await DataFixture.open { shop in
            _ = try await shop.seeds.run(DataFixture.options(), as: shop.principal)
            let before = try await shop.checksums()
            await #expect(throws: DataError.alreadySeeded) {
                try await shop.seeds.run(DataFixture.options(seed: 99), as: shop.principal)
            }
            #expect(try await shop.checksums() == before)
        }
        try await Shop.open { shop in
            let data = DataFixture(pool: shop.pool)
            let demo = DemoShop(size: .init(orders: 0, users: 1, products: 1), seed: 7, end: DataFixture.end)
            _ = try await shop.product(demo.products[0].sku.lowercased())
            await #expect(throws: DataError.alreadySeeded) {
                try await data.seeds.run(DataFixture.options(), as: shop.operator_)
            }
            #expect(try await data.number("SELECT count(*) AS n FROM site.s_product") == 1)
        }
    }

    @Test(
        "A seed that is cancelled leaves no row, no number and no index behind",
        arguments: [
            "writing customers", "writing orders", "writing lines", "writing the ledger", "indexing", "finishing",
        ])
    func cancelled(phase: String) async throws {
        try await DataFixture.open { shop in
            let (before, definitions) = (try await shop.checksums(), try await shop.definitions())
            let task = Task {
                try await shop.seeds.run(DataFixture.options(orders: 3000), as: shop.principal) { progress in
                    if "\(progress.phase)" == phase { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
            await #expect(throws: DataError.cancelled) { try await task.value }
            #expect(try await shop.definitions() == definitions)
            #expect(try await shop.checksums() == before)
        }
    }

    @Test("Sizes out of range are refused, all of them at once")
    func sizes() async throws {
        try await DataFixture.open { shop in
            let options = SeedOptions(orders: -1, seed: 1, users: 0, products: 9, end: DataFixture.end)
            let error = await #expect(throws: DataError.self) { try await shop.seeds.run(options, as: shop.principal) }
            guard case .refused(.invalid(let violations))? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(violations.map(\.field) == ["orders", "users", "products"])
        }
    }

    @Test("A shop without orders can be seeded with none")
    func empty() async throws {
        try await DataFixture.open { shop in
            let report = try await shop.seeds.run(DataFixture.options(orders: 0), as: shop.principal)
            #expect(report.orders == 0 && report.lines == 0)
            try await shop.expectClean()
        }
    }

    @Test("Left to themselves, the end is a midnight that is past and the sizes follow the orders")
    func defaults() {
        let options = SeedOptions(orders: 1_000_000, seed: 42)
        #expect(options.users == 100_000 && options.products == 20_000)
        #expect(options.end.description.hasSuffix("T00:00:00.000Z"))
        #expect(SeedOptions(orders: 3, seed: 42).users == 25)
    }
}
