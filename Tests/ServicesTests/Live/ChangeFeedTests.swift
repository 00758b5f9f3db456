import Domain
import Logging
import Postgres
import Services
import Synchronization
import TestSupport
import Testing

/// What others change, as an open terminal hears it; real NOTIFY on a database of each test's own.
@Suite(.databaseForEachTest, .timeLimit(.minutes(20))) struct ChangeFeedTests {
    @Test("What is written by hand is heard by entity and id, new rows as new ones")
    func hears() async throws {
        try await withFeed { database, heard in
            _ = try await database.pool.query(
                "INSERT INTO site.s_product (sku, name, price, search) VALUES ('A', 'Tea', 1, 'tea')")
            try await heard.wait { $0.created[.product]?.count == 1 }
            let id = try #require(heard.all.created[.product]?.first)
            _ = try await database.pool.query("UPDATE site.s_product SET price = 2")
            try await heard.wait { $0.changed[.product] == [id] }
            _ = try await database.pool.query(
                "INSERT INTO site.s_user (name, search) SELECT 'User ' || n, 'user' FROM generate_series(1, 3) AS n")
            try await heard.wait { $0.created[.user]?.count == 3 }
        }
    }

    @Test("An order that is placed is heard as new, and its products as changed")
    func hearsOrders() async throws {
        try await withFeed { database, heard in
            let services = ServiceCatalog(pool: database.pool, logger: Logger(label: "test"))
            let principal = try await services.staff.localOperator(account: "tester", source: .cli)
            let shop = Shop(pool: database.pool, services: services, operator_: principal)
            let user = try await shop.customer()
            let product = try await shop.product("A")
            let order = try await shop.place(shop.request(user, [(product, 1)])).order
            try await heard.wait {
                $0.created[.order] == [order.id.value] && $0.changed[.product]?.contains(product.id.value) == true
            }
        }
    }

    @Test("What is rolled back, and what a bulk load writes row by row, is not heard")
    func silence() async throws {
        try await withFeed { database, heard in
            let connection = try await database.connect()
            _ = try await connection.query("BEGIN")
            _ = try await connection.query("INSERT INTO site.s_user (name, search) VALUES ('Nobody', 'nobody')")
            _ = try await connection.query("ROLLBACK")
            _ = try await connection.query("BEGIN")
            _ = try await connection.query("SET LOCAL oblik.quiet = 'on'")
            _ = try await connection.query("INSERT INTO site.s_user (name, search) VALUES ('Many', 'many')")
            _ = try await connection.query("COMMIT")
            _ = try await connection.query("INSERT INTO site.s_user (name, search) VALUES ('Last', 'last')")
            await connection.close()
            try await heard.wait { $0.created[.user] != nil }
            #expect(heard.all.created[.user]?.count == 1)
            #expect(!heard.all.isEverything)
        }
    }

    @Test("More rows than can be told one by one are everything")
    func many() async throws {
        try await withFeed { database, heard in
            let count = Changes.maximumIDs + 1
            _ = try await database.pool.query(
                "INSERT INTO site.s_user (name, search) SELECT 'U', 'u' FROM generate_series(1, \(Int32(count)))")
            try await heard.wait { $0.isEverything }
        }
    }

    @Test("After a lost connection everything may have changed, and the feed goes on")
    func reconnects() async throws {
        try await withFeed { database, heard in
            _ = try await database.pool.query(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = 'oblik live' AND datname = current_database()
                """)
            try await heard.wait { $0.isEverything }
            #expect(heard.links == [true, false, true])
        }
    }

    @Test("Rows of one statement are announced together, and each is heard")
    func hearsMany() async throws {
        try await withFeed { database, heard in
            _ = try await database.pool.query(
                "INSERT INTO site.s_user (name, search) SELECT 'U', 'u' FROM generate_series(1, 320)")
            try await heard.wait { $0.created[.user]?.count == 320 }
            _ = try await database.pool.query("UPDATE site.s_user SET note = 'x' WHERE name = 'U' AND id % 3 = 0")
            let ids = try await database.pool.query("SELECT id FROM site.s_user WHERE name = 'U' AND id % 3 = 0")
            let expected = try Set(ids.map { try $0["id"] as Int64 })
            try await heard.wait { $0.changed[.user] == expected }
            _ = try await database.pool.query("UPDATE site.s_product SET price = 2 WHERE false")
            _ = try await database.pool.query("INSERT INTO site.s_user (name, search) VALUES ('Last', 'last')")
            try await heard.wait { $0.created[.user]?.count == 321 }
            #expect(heard.all.changed[.product] == nil && !heard.all.isEverything)
        }
    }

    @Test("Announcements tell one row or many")
    func reads() {
        var changes = Changes()
        changes.add(announcement: "product 12")
        changes.add(announcement: "product 12 14 9223372036854775807")
        changes.add(announcement: "order+ 17 18")
        #expect(changes.changed == [.product: [12, 14, .max]] && changes.created == [.order: [17, 18]])
        for _ in 0...Changes.maximumIDs { changes.add(announcement: "product 12 14") }
        #expect(!changes.isEverything)
    }

    @Test(
        "Announcements that can't be read may mean any row",
        arguments: ["", "product", "product x", "product 5 x", "product 5-6", "tax 5", "* 0"])
    func strange(_ announcement: String) {
        var changes = Changes()
        changes.add(announcement: announcement)
        #expect(changes.isEverything)
    }

    /// Runs a feed on the test's database, once it listens.
    private func withFeed(_ body: (TestDatabase, Heard) async throws -> Void) async throws {
        let database = try TestDatabase.current
        let heard = Heard()
        let feed = ChangeFeed(conninfo: database.conninfo, on: database.loop)
        let task = Task {
            await feed.run(link: { heard.link($0) }) { heard.add($0) }
        }
        defer { task.cancel() }
        try await heard.waitUntilItListens()
        try await body(database, heard)
        task.cancel()
        await task.value
    }
}

/// What was heard so far, all in one.
private final class Heard: Sendable {
    private struct State {
        var changes: [Changes] = []
        var links: [Bool] = []
    }

    private let state = Mutex(State())
    private let (news, told) = AsyncStream.makeStream(of: Void.self)

    var links: [Bool] { state.withLock { $0.links } }

    var all: Changes {
        state.withLock { state in
            var all = Changes()
            for changes in state.changes {
                if changes.isEverything { all = .everything }
                for (entity, ids) in changes.changed { for id in ids { all.add(entity, id) } }
                for (entity, ids) in changes.created { for id in ids { all.add(entity, id, isNew: true) } }
            }
            return all
        }
    }

    func add(_ changes: Changes) {
        state.withLock { $0.changes.append(changes) }
        told.yield()
    }

    func link(_ isUp: Bool) {
        state.withLock { $0.links.append(isUp) }
        told.yield()
    }

    /// Waits for what every feed says once it listens, and forgets it.
    func waitUntilItListens() async throws {
        try await wait { $0.isEverything }
        state.withLock { $0.changes = [] }
    }

    /// Waits until what was heard is as it should be; a test that hangs here ends by its limit of time.
    func wait(_ condition: (Changes) -> Bool) async throws {
        if condition(all) { return }
        for await _ in news where condition(all) { return }
    }
}
