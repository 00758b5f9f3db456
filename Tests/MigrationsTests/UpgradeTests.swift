import Glibc
import Postgres
import TestSupport
import Testing

@testable import Migrations

/// The shop's own steps, over a shop that is in use.
@Suite struct UpgradeTests {
    /// The first step after which there is all that an order needs.
    private static let firstWhole = 6

    private static let files: [(name: String, text: String)] = {
        let directory = MigrationDirectory(path: Repository.path("migrations"))
        guard let steps = try? directory.load() else { return [] }
        return steps.map { ($0.title + ".sql", $0.text) }
    }()

    @Test(
        "A shop of every earlier schema keeps all that is in it",
        arguments: firstWhole..<max(files.count, firstWhole + 1))
    func keepsData(count: Int) async throws {
        let (before, after) = try await Self.books(from: count, steps: Self.files)
        #expect(before == ["Олена", "A", "25.00", "2", "10", "-2"])
        #expect(after == before)
    }

    @Test("A step that loses a row or changes a digit is found by its books")
    func findsLosses() async throws {
        // The ledger and the audit log are append-only to triggers, which a step can pass by.
        let unguarded = "SET LOCAL session_replication_role = replica;"
        let faults = [
            "\(unguarded) DELETE FROM site.s_stock_move WHERE delta < 0;", "UPDATE site.s_order_item SET quantity = 3;",
            "UPDATE site.s_order SET total = total + 0.01;", "\(unguarded) DELETE FROM site.s_audit;",
        ]
        for fault in faults {
            let number = "\(10_000 + Self.files.count + 1)".dropFirst()
            let steps = Self.files + [(name: "\(number)_lose_something.sql", text: fault)]
            let (before, after) = try await Self.books(from: Self.firstWhole, steps: steps)
            #expect(!before.isEmpty && after != before, "\(fault)")
        }
    }

    /// What a shop holds after the first `count` steps, when it has sold something, and after all of them.
    private static func books(
        from count: Int, steps: [(name: String, text: String)]
    ) async throws -> (before: [String], after: [String]) {
        try await withEmptyDatabase { database in
            let early = Dictionary(uniqueKeysWithValues: steps.prefix(count).map { ($0.name, $0.text) })
            return try await ScratchDirectory.run(early) { scratch in
                let connection = try await database.connect()
                #expect(try await Migrator(directory: scratch.path, connection: connection).run().count == count)
                for statement in sales { _ = try await connection.query(statement) }
                let before = try await books(connection)
                for (name, text) in steps.dropFirst(count) { try scratch.write(name, text) }
                let done = try await Migrator(directory: scratch.path, connection: connection).run()
                #expect(done.count == steps.count - count)
                let after = try await books(connection)
                await connection.close()
                return (before, after)
            }
        }
    }

    @Test("A step whose session is killed in the middle leaves nothing behind, and the next run does it whole")
    func outlivesKills() async throws {
        let slow = "CREATE TABLE site.half (id int); SELECT pg_sleep(300); CREATE TABLE site.other_half (id int);"
        try await withEmptyDatabase { database in
            try await ScratchDirectory.run(["0001_take_long.sql": slow]) { scratch in
                let victim = try await database.connect()
                let process = await victim.processID
                let run = Task { try await Migrator(directory: scratch.path, connection: victim).run() }
                let deadline = ContinuousClock.now + .seconds(60)
                var isAsleep = false
                while !isAsleep, ContinuousClock.now < deadline {
                    isAsleep =
                        try await database.pool.query(
                            "SELECT wait_event = 'PgSleep' AS asleep FROM pg_stat_activity WHERE pid = \(process)"
                        )[0][optional: "asleep"] ?? false
                }
                #expect(isAsleep)
                _ = try await database.pool.query("SELECT pg_terminate_backend(\(process))")
                await #expect(throws: (any Error).self) { try await run.value }
                await victim.close()
                let left: SQL = "SELECT count(*) AS n FROM pg_class WHERE relname LIKE '%half'"
                #expect(try await database.pool.query(left)[0]["n"] as Int == 0)
                try scratch.write("0001_take_long.sql", slow.replacing("pg_sleep(300)", with: "1"))
                let next = try await database.connect()
                #expect(try await Migrator(directory: scratch.path, connection: next).run().count == 1)
                await next.close()
                #expect(try await database.pool.query(left)[0]["n"] as Int == 2)
            }
        }
    }

    /// A customer, a product, and an order of it, as the first whole schema had them.
    private static let sales: [SQL] = [
        "INSERT INTO site.s_user (id, name, search) VALUES (1, 'Олена', 'олена')",
        "INSERT INTO site.s_product (id, sku, name, price, stock, search) VALUES (1, 'A', 'Чай', 12.50, 8, 'a чай')",
        """
        INSERT INTO site.s_order (id, user_id, total, line_count, created_by, source)
        VALUES (1, 1, 25.00, 1, 1, 'terminal')
        """,
        """
        INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price)
        VALUES (1, 1, 1, 'A', 'Чай', 2, 12.50)
        """,
        """
        INSERT INTO site.s_stock_move (product_id, delta, reason, order_id, actor_id)
        VALUES (1, 10, 'opening', NULL, 1), (1, -2, 'sale', 1, 1)
        """,
        "INSERT INTO site.s_idempotency (actor_id, key, fingerprint, order_id) VALUES (1, 'k', '\\x01', 1)",
        """
        INSERT INTO site.s_audit (actor_id, actor_name, source, operation, entity, entity_id)
        VALUES (1, 'Олена', 'terminal', 'placeOrder', 'order', 1)
        """,
    ]

    /// What those rows say, nothing where they contradict each other; whatever columns there are besides.
    private static func books(_ connection: PostgresConnection) async throws -> [String] {
        let rows = try await connection.query(
            """
            SELECT u.name, i.sku, o.total::text AS total, i.quantity::text AS quantity,
                (SELECT string_agg(delta::text, ',' ORDER BY m.id) FROM site.s_stock_move m) AS moves
            FROM site.s_order o
            JOIN site.s_user u ON u.id = o.user_id
            JOIN site.s_order_item i ON i.order_id = o.id
            JOIN site.s_idempotency k ON k.order_id = o.id
            JOIN site.s_audit a ON a.entity_id = o.id AND a.entity = 'order'
            WHERE i.price * i.quantity = o.total
            """)
        guard let row = rows.first else { return [] }
        let moves: String = try row["moves"]
        return [try row["name"], try row["sku"], try row["total"], try row["quantity"]]
            + moves.split(separator: ",").map(String.init)
    }
}
