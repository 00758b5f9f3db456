import Domain
import Postgres
import Repositories
import Services
import TestSupport
import Testing

/// That a group gives each order what it would have had alone.
@Suite struct OrderGroupTests {
    @Test("A group of every kind of order is answered, and written, as one by one")
    func answersAsAlone() async throws {
        let alone = try await Shop.open { shop in
            let desk = Desk(shop, direct: .max)
            let basket = try await Basket(shop)
            _ = try await desk.place(basket.first)
            var results: [Result<Placement, ServiceError>] = []
            for (request, principal) in basket.rest {
                results.append(await desk.result(of: request, by: principal))
            }
            #expect(desk.log.groups.isEmpty)
            return try await (basket.describe(results, shop), basket.books(shop))
        }
        let together = try await Shop.open { shop in
            let desk = Desk(shop, tick: .seconds(600))
            let basket = try await Basket(shop)
            let results = try await desk.placeBehind(basket.first, basket.rest)
            #expect(desk.log.groups == ["\(basket.rest.count)"])
            try await desk.expectIdle()
            try await shop.expectBalanced()
            for case .success(let placement) in results {
                #expect(try await shop.services.orders.get(placement.order.id, as: shop.operator_) == placement.order)
            }
            return try await (basket.describe(results, shop), basket.books(shop))
        }
        #expect(together.0 == alone.0)
        #expect(together.1 == alone.1)
        #expect(alone.0.count == 17 && Set(alone.0).count == 17)
    }

    @Test("The earlier of two orders in a group gets the last piece")
    func servesInOrderOfArrival() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(stock: 4))
            let desk = Desk(shop, tick: .seconds(600))
            let rest = try (0..<5).map { (try shop.request(user, [(tea, 1)], note: "\($0)"), nil as Principal?) }
            let results = try await desk.placeBehind(try shop.request(user, [(tea, 1)]), rest)
            let short = Shortage(product: tea.id, sku: tea.sku, name: tea.name, wanted: 1, available: 0)
            #expect(results.map { (try? $0.get())?.order.note } == ["0", "1", "2", nil, nil])
            #expect(results.suffix(2).allSatisfy { $0 == .failure(.insufficientStock([short])) })
            #expect(try await shop.stock(of: tea) == 0)
            try await shop.expectBalanced()
        }
    }

    @Test("A second group takes the orders over other goods, and nobody overtakes who waits for the same")
    func groupsShareNoGoods() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let (tea, coffee) = (try await shop.product("TEA", stock: 9), try await shop.product("COFFEE", stock: 9))
            let (cake, sugar) = (try await shop.product("CAKE", stock: 2), try await shop.product("SUGAR"))
            let holder = try await TestDatabase.current.connect()
            // However long it takes until the test lets go of its lock.
            try await holder.script(
                """
                CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$
                BEGIN PERFORM pg_advisory_xact_lock_shared(7); RETURN NEW; END $$;
                CREATE TRIGGER dawdle BEFORE INSERT ON site.s_order FOR EACH ROW
                WHEN (NEW.note = 'slow') EXECUTE FUNCTION dawdle();
                SELECT pg_advisory_lock(7);
                """)
            let desk = Desk(shop, tick: .seconds(600))
            let gate = try await ProductGate(sugar.id)
            let blocker = Task { try await desk.place(shop.request(user, [(sugar, 1)])) }
            try await gate.waitForSomebody()
            var slow: [Task<Result<Placement, ServiceError>, Never>] = []
            for _ in 0..<2 { slow.append(try await desk.begin(shop.request(user, [(tea, 1)], note: "slow"))) }
            try await gate.open()
            _ = try await blocker.value

            let aside = try await desk.begin(shop.request(user, [(coffee, 1)]))
            // As many wait now as are on their way: enough for a second group.
            let behind = Task { await desk.result(of: try shop.request(user, [(tea, 1), (cake, 1)])) }
            _ = try await aside.value.get()
            let last = try await desk.begin(shop.request(user, [(cake, 2)]))
            let other = Task { await desk.result(of: try shop.request(user, [(coffee, 1)])) }
            _ = try await other.value.get()
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order") == 3)

            _ = try await holder.query("SELECT pg_advisory_unlock(7)")
            await holder.close()
            for task in slow { _ = try await task.value.get() }
            _ = try await behind.value.get()
            // Whoever came first for the cake has got it.
            await #expect(throws: ServiceError.self) { try await last.value.get() }
            #expect(desk.log.groups.sorted() == ["1", "1", "2", "2"])
            #expect(desk.log.failures == 0)
            try await shop.expectBalanced()
            try await desk.expectIdle()
        }
    }

    @Test("Two groups that want the same keys in opposite order don't wait for each other in a circle")
    func claimsKeysInOneOrder() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let (tea, coffee) = (try await shop.product("TEA"), try await shop.product("COFFEE"))
            let database = try TestDatabase.current
            let connection = try await database.connect()
            // Each claim takes its time, so that both groups hold one key before they want the second.
            try await connection.script(
                """
                CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_sleep(0.05); RETURN NEW; END $$;
                CREATE TRIGGER dawdle BEFORE INSERT ON site.s_idempotency FOR EACH ROW EXECUTE FUNCTION dawdle();
                """)
            await connection.close()
            let pool = PostgresPool(
                conninfo: database.conninfo, session: [("deadlock_timeout", "10ms")], connectLimit: .seconds(60),
                on: database.loop)
            func place(_ product: Product, _ keys: [String]) async throws -> SQLState? {
                let orders = try keys.map { key in
                    OrderToPlace(
                        try shop.request(user, [(product, 1)], key: key), fingerprint: [1], by: shop.operator_)
                }
                do {
                    _ = try await pool.transaction { try await OrderRepository.placeTogether(orders, in: $0) }
                    return nil
                } catch let error as PostgresError {
                    return error.sqlState
                }
            }
            async let one = place(tea, ["a", "b"])
            async let other = place(coffee, ["b", "a"])
            let states = try await [one, other]
            #expect(states.contains(nil))
            #expect(!states.contains(.deadlockDetected))
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order") == 2)
            await pool.close()
        }
    }
}

/// Orders of every kind over the same few products.
private struct Basket {
    let first: PlaceOrder
    private(set) var rest: [(PlaceOrder, Principal?)] = []

    init(_ shop: Shop) async throws {
        let user = try await shop.customer()
        let nobody = User.missing(like: user)
        let tea = try await shop.product("TEA", stock: 50)
        let coffee = try await shop.product("COFFEE", price: "245.00", stock: 3)
        let cake = try await shop.product("CAKE", stock: 0)
        let gone = try await shop.product("GONE")
        _ = try await shop.services.products.archive(gone.id, as: shop.operator_)
        let gold = try await shop.product("GOLD", price: "999999999.99", stock: 2_000_000)
        let sugar = try await shop.product("SUGAR", price: "0.35")
        let colleague = try await shop.services.staff.localOperator(account: "colleague", source: .http)
        let used = try shop.request(user, [(tea, 1)], key: "used", note: "used")
        _ = try await shop.place(used)

        first = try shop.request(user, [(tea, 1)], key: "first", note: "first")
        func add(
            _ customer: User, _ lines: [(Product, Int)], _ key: String, told: Money? = nil, off: Percent = .zero,
            by other: Principal? = nil
        ) throws {
            let note = "note \"\(key)\", \\1"
            rest.append((try shop.request(customer, lines, key: key, told: told, note: note, discount: off), other))
        }
        try add(user, [(coffee, 1), (tea, 2)], "a")
        try add(user, [(coffee, 1), (tea, 2)], "a")
        try add(user, [(coffee, 2), (tea, 2)], "a")
        try add(user, [(coffee, 9), (tea, 1), (cake, 1)], "short", told: Money("245.00"))
        try add(user, [(coffee, 2)], "last", told: Money("245.00"))
        try add(user, [(coffee, 1)], "late")
        try add(nobody, [(tea, 1)], "nobody")
        try add(user, [(tea, 1), (gone, 1)], "gone")
        try add(user, [(tea, 1)], "moved", told: Money("1.00"))
        rest.append((used, nil))
        try add(user, [(tea, 3)], "short")
        try add(user, [(tea, 5)], "a", by: colleague)
        try add(user, [(tea, 4)], "b", by: colleague)
        try add(user, [(gold, 1_000_000)], "beyond")
        try add(user, [(tea, 3), (sugar, 7)], "off", off: .percent(7))
        try add(user, [(tea, 3), (sugar, 7)], "off")
        try add(user, [(gold, 1_000_000), (sugar, 1)], "given", off: .all)
    }

    /// The answers without numbers and times, which differ.
    func describe(_ results: [Result<Placement, ServiceError>], _ shop: Shop) async throws -> [String] {
        var texts: [String] = []
        for result in results {
            switch result {
            case .success(.created(let order)): texts.append("created \(describe(order))")
            case .success(.existing(let order)): texts.append("existing \(describe(order))")
            case .failure(.idempotencyKeyReused(let id)):
                let order = try await shop.services.orders.get(id, as: shop.operator_)
                texts.append("reused \(describe(order))")
            case .failure(let error): texts.append("\(error)")
            }
        }
        return texts
    }

    private func describe(_ order: Order) -> String {
        let lines = order.lines.map { "\($0.product) \($0.sku) \($0.name) \($0.quantity) \($0.price) \($0.discount)" }
        let isWhole = order.lines.allSatisfy { $0.order == order.id } && order.createdAt == order.updatedAt
        return "\(order.user) \(order.customer) \(order.status) \(order.total) \(order.note ?? "-") \(order.version) "
            + "\(isWhole) \(lines)"
    }

    /// All that was written, without numbers and times.
    func books(_ shop: Shop) async throws -> [String] {
        let rows = try await shop.pool.query(
            """
            SELECT concat_ws('|', o.note, o.created_by, o.source, o.status, o.user_id, o.total, o.line_count, o.version,
                (SELECT string_agg(
                    concat_ws(',', line_no, product_id, sku, name, quantity, price, discount), ';' ORDER BY line_no)
                    FROM site.s_order_item WHERE order_id = o.id),
                (SELECT string_agg(concat_ws(',', product_id, delta, reason, actor_id), ';' ORDER BY product_id)
                    FROM site.s_stock_move WHERE order_id = o.id),
                (SELECT string_agg(concat_ws(',', actor_id, key, fingerprint), ';')
                    FROM site.s_idempotency WHERE order_id = o.id),
                (SELECT string_agg(concat_ws(',', actor_id, actor_name, source, operation, entity, changes), ';')
                    FROM site.s_audit WHERE entity = 'order' AND entity_id = o.id)) AS text
            FROM site.s_order o
            UNION ALL
            SELECT concat_ws('|', sku, stock) FROM site.s_product
            ORDER BY text
            """)
        return try rows.map { try $0["text"] as String }
    }
}

extension User {
    /// A customer whose number nobody has.
    static func missing(like user: User) -> User {
        User(
            id: Identifier(999_999), role: user.role, login: nil, name: user.name, email: user.email, phone: user.phone,
            note: user.note, archivedAt: nil, createdAt: user.createdAt, updatedAt: user.updatedAt,
            version: user.version)
    }
}
