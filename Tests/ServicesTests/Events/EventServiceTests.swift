import Domain
import Logging
import Postgres
import Repositories
import Services
import TestSupport
import Testing

/// The outbox as those see it who follow it, on a database of each test's own.
@Suite(.timeLimit(.minutes(20))) struct EventServiceTests {
    @Test("An order that is placed, paid, shipped or cancelled is told, with the goods that it takes or brings back")
    func tellsOrders() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product("A", price: "2.50"))
            var events = try await follow(shop)
            let order = try await shop.place(shop.request(user, [(tea, 3)])).order
            let placed = try await take(2, of: &events)
            #expect(Set(placed.map(\.type)) == [.orderCreated, .stockChanged])
            let created = try #require(placed.first { $0.type == .orderCreated })
            #expect(created.entityID == order.id.value)
            #expect(created.data.contains(#""total" : "7.50""#))
            _ = try await shop.services.orders.cancel(order.id, as: shop.operator_)
            let cancelled = try await take(2, of: &events)
            #expect(Set(cancelled.map(\.type)) == [.orderCancelled, .stockChanged])
            #expect(cancelled.contains { $0.data.contains(#""delta" : 3"#) })
            let second = try await shop.place(shop.request(user, [(tea, 1)])).order
            for status in [OrderStatus.paid, .shipped] {
                _ = try await shop.services.orders.edit(
                    second.id, OrderEdit(status: .set(status), note: .keep), as: shop.operator_)
            }
            #expect(try await take(4, of: &events).suffix(2).map(\.type) == [.orderPaid, .orderShipped])
        }
    }

    @Test("Customers and products are told when new, changed, archived and taken back; a sale changes no product")
    func tellsRecords() async throws {
        try await Shop.open { shop in
            var events = try await follow(shop, EventType.chosen(by: ["product.*", "user.*"]) ?? [])
            let (user, tea) = (try await shop.customer(), try await shop.product("A"))
            _ = try await shop.place(shop.request(user, [(tea, 3)]))
            _ = try await shop.services.products.edit(
                tea.id, ProductEdit(name: .set("Кава")), as: shop.operator_)
            _ = try await shop.pool.query("UPDATE site.s_user SET archived_at = now() WHERE id = \(user.id)")
            _ = try await shop.pool.query("UPDATE site.s_user SET archived_at = NULL WHERE id = \(user.id)")
            let told = try await take(5, of: &events)
            #expect(
                told.map(\.type) == [.userCreated, .productCreated, .productChanged, .userArchived, .userRestored])
            #expect(told.map(\.entityID) == [user.id.value, tea.id.value, tea.id.value, user.id.value, user.id.value])
        }
    }

    @Test("What is committed late is told late, and never passed over")
    func keepsOrder() async throws {
        try await Shop.open { shop in
            var events = try await follow(shop, [.userCreated, .productCreated])
            try await shop.pool.withConnection { slow in
                _ = try await slow.query("BEGIN")
                _ = try await slow.query("INSERT INTO site.s_user (name, search) VALUES ('Slow', 'slow')")
                let tea = try await shop.product("A")
                // The product is committed, but the user's transaction is older, and its number lower.
                await shop.services.events.wake()
                #expect(try await events.next(within: .milliseconds(300)).isEmpty)
                _ = try await slow.query("COMMIT")
                let told = try await take(2, of: &events)
                #expect(told.map(\.type) == [.userCreated, .productCreated])
                #expect(told.last?.entityID == tea.id.value)
            }
        }
    }

    @Test("What is rolled back is not told; a bulk load is told as one")
    func silence() async throws {
        try await Shop.open { shop in
            var events = try await follow(shop)
            try await shop.pool.withConnection { connection in
                _ = try await connection.query("BEGIN")
                _ = try await connection.query("INSERT INTO site.s_user (name, search) VALUES ('Nobody', 'nobody')")
                _ = try await connection.query("ROLLBACK")
            }
            let seed = SeedService(Operations(pool: shop.pool, logger: Logger(label: "test")))
            let admin = Principal(id: shop.operator_.id, name: "A", role: .admin, source: .cli)
            _ = try await seed.run(SeedOptions(orders: 20, seed: 1), as: admin)
            #expect(try await take(1, of: &events).map(\.type) == [.shopLoaded])
        }
    }

    @Test("Whoever comes back goes on behind the last event that was read")
    func resumes() async throws {
        try await Shop.open { shop in
            var events = try await follow(shop, [.productCreated])
            for sku in ["A", "B", "C"] { _ = try await shop.product(sku) }
            let first = try await take(3, of: &events)
            var again = try await shop.services.events
                .follow([.productCreated], after: first[0].position, as: shop.operator_).makeAsyncIterator()
            #expect(try await take(2, of: &again) == Array(first[1...]))
            // Another program, which has read nothing yet.
            let other = ServiceCatalog(pool: shop.pool, logger: Logger(label: "test"))
            var elsewhere = try await other.events
                .follow([.productCreated], after: first[1].position, as: shop.operator_).makeAsyncIterator()
            #expect(try await take(1, of: &elsewhere) == [first[2]])
        }
    }

    @Test("Who falls behind what the program holds reads on from the outbox, and misses nothing")
    func fallsBehind() async throws {
        try await Shop.open { shop in
            var slow = try await follow(shop, [.userCreated])
            var quick = try await follow(shop, [.userCreated])
            // More than are held; a round is one transaction.
            for _ in 0..<5 {
                _ = try await shop.pool.query(
                    "INSERT INTO site.s_user (name, search) SELECT 'U', 'u' FROM generate_series(1, 700)")
                _ = try await take(700, of: &quick)
            }
            let told = try await take(3500, of: &slow)
            #expect(told.count == 3500)
            #expect(zip(told, told.dropFirst()).allSatisfy { $0.position < $1.position })
            #expect(Set(told.compactMap(\.entityID)).count == 3500)
        }
    }

    @Test("A place that the outbox has lost, or that another database has given, is refused")
    func expires() async throws {
        try await Shop.open { shop in
            var events = try await follow(shop, [.productCreated])
            let start = events.position
            _ = try await shop.product("A")
            _ = try await take(1, of: &events)
            #expect(try await shop.services.events.delete(olderThan: .seconds(3600)) == 0)
            #expect(try await shop.services.events.delete(olderThan: .zero) > 0)
            #expect(await refusal(shop, after: start) == .eventsExpired)
            #expect(await refusal(shop, after: events.position) == nil)
            let future = EventPosition(transaction: .max, number: 1)
            #expect(await refusal(shop, after: future) == .eventsExpired)
        }
    }

    @Test("Events of a restored database, whose transactions have numbers of another server, are cleared away")
    func clearsForeignRows() async throws {
        try await Shop.open { shop in
            _ = try await shop.pool.query(
                "INSERT INTO site.s_event (xid, type) VALUES (9000000000000, 'shop.loaded')")
            #expect(try await shop.services.events.delete(olderThan: .seconds(3600)) == 1)
            var events = try await follow(shop, [.productCreated])
            _ = try await shop.product("A")
            #expect(try await take(1, of: &events).count == 1)
        }
    }

    @Test("Customers may not follow")
    func refusesCustomers() async throws {
        try await Shop.open { shop in
            let customer = Principal(id: shop.operator_.id, name: "C", role: .customer, source: .http)
            await #expect(throws: ServiceError.forbidden(.followEvents)) {
                _ = try await shop.services.events.follow(as: customer)
            }
        }
    }

    private func follow(
        _ shop: Shop, _ types: Set<EventType> = Set(EventType.allCases)
    ) async throws -> ShopEvents.Iterator {
        try await shop.services.events.follow(types, as: shop.operator_).makeAsyncIterator()
    }

    private func refusal(_ shop: Shop, after position: EventPosition) async -> ServiceError? {
        do throws(ServiceError) {
            _ = try await shop.services.events.follow(after: position, as: shop.operator_)
            return nil
        } catch {
            return error
        }
    }

    /// The next events, as many as these; a test that hangs here ends by its limit of time.
    private func take(_ count: Int, of events: inout ShopEvents.Iterator) async throws -> [ShopEvent] {
        var taken: [ShopEvent] = []
        while taken.count < count, let event = try await events.next() { taken.append(event) }
        return taken
    }
}
