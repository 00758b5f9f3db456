import Domain
import Postgres
import Services
import TestSupport
import Testing

/// That placing together survives what goes wrong: bad orders, overload, other programs, dead sessions, the end.
@Suite struct OrderWriterTests {
    @Test("A group with an order that can't be written is placed one by one, and only that one fails")
    func survivesPoison() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(stock: 100))
            let connection = try await TestDatabase.current.connect()
            try await connection.script(
                """
                ALTER TABLE site.s_order ADD CONSTRAINT poison CHECK (note <> 'poison')
                """)
            await connection.close()
            let desk = Desk(shop, tick: .seconds(600))
            let rest = try (0..<20).map { index in
                (try shop.request(user, [(tea, 1)], note: index == 7 ? "poison" : "good"), nil as Principal?)
            }
            let results = try await desk.placeBehind(try shop.request(user, [(tea, 1)]), rest)
            for (index, result) in results.enumerated() {
                switch result {
                case .success(.created): #expect(index != 7)
                case .failure(.defect): #expect(index == 7)
                default: Issue.record("Order \(index) ended as \(result).")
                }
            }
            #expect(desk.log.failures == 1)
            #expect(try await shop.stock(of: tea) == 80)
            try await shop.expectBalanced()
            try await desk.expectIdle()
        }
    }

    @Test("Where the line is full, the next order is refused at once, and those in line are placed")
    func refusesBeyondTheBound() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let desk = Desk(shop, queue: 3)
            let gate = try await ProductGate(tea.id)
            let blocker = Task { try await desk.place(shop.request(user, [(tea, 1)])) }
            try await gate.waitForSomebody()
            var tasks: [Task<Result<Placement, ServiceError>, Never>] = []
            for _ in 0..<3 { tasks.append(try await desk.begin(shop.request(user, [(tea, 1)]))) }
            await #expect(throws: ServiceError.unavailable) {
                try await desk.place(shop.request(user, [(tea, 1)]))
            }
            try await gate.open()
            _ = try await blocker.value
            for task in tasks { _ = try await task.value.get() }
            #expect(try await shop.stock(of: tea) == 6)
            try await desk.expectIdle()
        }
    }

    @Test("Two programs that race over the same keys and goods in opposite order never deadlock or oversell")
    func programsRace() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            var products: [Product] = []
            for index in 0..<10 { products.append(try await shop.product("P\(index)", stock: 1000)) }
            let database = try TestDatabase.current
            let otherPool = PostgresPool(
                conninfo: database.conninfo, waitLimit: .seconds(60), connectLimit: .seconds(60), on: database.loop)
            let desks = [Desk(shop, direct: 2), Desk(shop, pool: otherPool, direct: 2)]
            let requests = try (0..<200).map { index in
                let basket = (0..<4).map { (products[(index + 3 * $0) % 10], 1) }
                return try shop.request(user, index.isMultiple(of: 2) ? basket : basket.reversed(), key: "key-\(index)")
            }
            let placements = try await withThrowingTaskGroup(of: [Placement].self) { group in
                for (desk, orders) in zip(desks, [requests, requests.reversed()]) {
                    for client in 0..<32 {
                        group.addTask {
                            var placements: [Placement] = []
                            for index in stride(from: client, to: orders.count, by: 32) {
                                placements.append(try await desk.place(orders[index]))
                            }
                            return placements
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let created = placements.filter { if case .created = $0 { true } else { false } }
            #expect(created.count == 200 && placements.count == 400)
            #expect(Set(placements.map(\.order.id)).count == 200)
            #expect(desks.allSatisfy { !$0.log.groups.isEmpty })
            #expect(try await shop.number("SELECT sum(stock)::bigint AS n FROM site.s_product") == 10_000 - 800)
            await otherPool.close()
            let deadlocks: SQL = "SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()"
            #expect(try await shop.number(deadlocks) == 0)
            try await shop.expectBalanced()
            for desk in desks { try await desk.expectIdle() }
        }
    }

    @Test("Orders for other goods go on while another program holds a product's lock")
    func goesAroundLocks() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let (held, free) = (try await shop.product("HELD", stock: 10), try await shop.product("FREE", stock: 50))
            let desk = Desk(shop, direct: 2)
            let gate = try await ProductGate(held.id)
            var waiting: [Task<Result<Placement, ServiceError>, Never>] = []
            for _ in 0..<2 {
                let request = try shop.request(user, [(held, 1)])
                waiting.append(Task { await desk.result(of: request) })
            }
            try await gate.waitForSomebody(2)
            // Both places for orders alone are taken; these are a group.
            for _ in 0..<3 { waiting.append(try await desk.begin(shop.request(user, [(held, 1)]))) }
            for _ in 0..<20 { _ = try await desk.place(shop.request(user, [(free, 1)])) }
            #expect(try await shop.stock(of: free) == 30)
            #expect(try await shop.stock(of: held) == 10)
            try await gate.open()
            for task in waiting { _ = try await task.value.get() }
            #expect(try await shop.stock(of: held) == 5)
            #expect(desk.log.failures == 0)
            try await shop.expectBalanced()
            try await desk.expectIdle()
        }
    }

    @Test(
        "A session that dies under a group, writing or committing, loses no order and places none twice",
        arguments: ["IMMEDIATE", "DEFERRED"])
    func survivesDeadSessions(initially: String) async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(stock: 100))
            let connection = try await TestDatabase.current.connect()
            // The first order goes alone; the fuse burns under the second. A sequence is not rolled back.
            try await connection.script(
                """
                CREATE SEQUENCE fuse;
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('fuse') = 2 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                    RETURN NULL;
                END $$;
                CREATE CONSTRAINT TRIGGER die AFTER INSERT ON site.s_order DEFERRABLE INITIALLY \(initially)
                FOR EACH ROW EXECUTE FUNCTION die();
                """)
            await connection.close()
            let desk = Desk(shop, tick: .seconds(600))
            let rest = try (0..<20).map { (try shop.request(user, [(tea, 1)], key: "\($0)"), nil as Principal?) }
            let results = try await desk.placeBehind(try shop.request(user, [(tea, 1)]), rest)
            let orders = try results.map { try $0.get().order.id }
            #expect(Set(orders).count == 20)
            #expect(desk.log.failures == 1)
            #expect(try await shop.stock(of: tea) == 79)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order") == 21)
            try await shop.expectBalanced()
            try await desk.expectIdle()
        }
    }

    @Test("An order that the line keeps waiting for too long is refused, and not placed later")
    func losesPatience() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let desk = Desk(shop, patience: .milliseconds(1))
            let gate = try await ProductGate(tea.id)
            let blocker = Task { try await desk.place(shop.request(user, [(tea, 1)])) }
            try await gate.waitForSomebody()
            await #expect(throws: ServiceError.unavailable) {
                try await desk.place(shop.request(user, [(tea, 1)]))
            }
            try await gate.open()
            _ = try await blocker.value
            #expect(try await shop.stock(of: tea) == 9)
            try await desk.expectIdle()
        }
    }

    @Test("A caller that is cancelled in line leaves at once, and its order is not placed")
    func leavesTheLine() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let desk = Desk(shop)
            let gate = try await ProductGate(tea.id)
            let blocker = Task { try await desk.place(shop.request(user, [(tea, 1)])) }
            try await gate.waitForSomebody()
            let leaver = try await desk.begin(shop.request(user, [(tea, 1)], key: "leaver"))
            let stayer = try await desk.begin(shop.request(user, [(tea, 1)]))
            leaver.cancel()
            #expect(await leaver.value == .failure(.unavailable))
            try await gate.open()
            _ = try await blocker.value
            _ = try await stayer.value.get()
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_idempotency WHERE key = 'leaver'") == 0)
            #expect(try await shop.stock(of: tea) == 8)
            try await desk.expectIdle()
        }
    }

    @Test("A caller that is cancelled under way leaves at once; its order is placed, and the key finds it")
    func leavesTheGroup() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let connection = try await TestDatabase.current.connect()
            // A group that writes is held up as long as this session has the lock; lock_timeout has no say in it.
            try await connection.script(
                """
                CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    WHILE NOT pg_try_advisory_xact_lock_shared(1) LOOP PERFORM pg_sleep(0.005); END LOOP;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER hold BEFORE INSERT ON site.s_order FOR EACH STATEMENT EXECUTE FUNCTION hold();
                SELECT pg_advisory_lock(1);
                """)
            let desk = Desk(shop, direct: 0)
            let (leaving, staying) = (
                try shop.request(user, [(tea, 1)], key: "leaving"), try shop.request(user, [(tea, 2)])
            )
            let (leaver, stayer) = (try await desk.begin(leaving), try await desk.begin(staying))
            try await eventually {
                try await shop.number(
                    """
                    SELECT count(*) AS n FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event = 'PgSleep'
                    """) == 1
            }
            leaver.cancel()
            #expect(await leaver.value == .failure(.unavailable))
            try await connection.script("SELECT pg_advisory_unlock(1)")
            _ = try await stayer.value.get()
            let order = try await shop.place(leaving)
            #expect(order == .existing(order.order))
            #expect(try await shop.stock(of: tea) == 7)
            await connection.close()
            try await desk.expectIdle()
        }
    }

    @Test("When the pool closes, everybody in line is answered")
    func answersAtTheEnd() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let database = try TestDatabase.current
            let pool = PostgresPool(conninfo: database.conninfo, connectLimit: .seconds(60), on: database.loop)
            let desk = Desk(shop, pool: pool)
            let gate = try await ProductGate(tea.id)
            let blocker = Task { try await desk.place(shop.request(user, [(tea, 1)])) }
            try await gate.waitForSomebody()
            var tasks: [Task<Result<Placement, ServiceError>, Never>] = []
            for _ in 0..<10 { tasks.append(try await desk.begin(shop.request(user, [(tea, 1)]))) }
            await pool.close(waiting: .zero)
            try await gate.open()
            _ = try await blocker.value
            for task in tasks { #expect(await task.value == .failure(.unavailable)) }
            #expect(try await shop.stock(of: tea) == 9)
            try await desk.expectIdle()
        }
    }
}
