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
        try await withEmptyDatabase { database in
            let early = Dictionary(uniqueKeysWithValues: Self.files.prefix(count).map { ($0.name, $0.text) })
            try await ScratchDirectory.run(early) { scratch in
                let connection = try await database.connect()
                #expect(try await Migrator(directory: scratch.path, connection: connection).run().count == count)
                for statement in Self.sales { _ = try await connection.query(statement) }
                let before = try await Self.books(connection)
                #expect(before == ["Олена", "A", "25.00", "2", "10", "-2"])
                for (name, text) in Self.files.dropFirst(count) { try scratch.write(name, text) }
                let steps = try await Migrator(directory: scratch.path, connection: connection).run()
                #expect(steps.count == Self.files.count - count)
                #expect(try await Self.books(connection) == before)
                await connection.close()
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

    /// What those rows say, whatever columns there are besides.
    private static func books(_ connection: PostgresConnection) async throws -> [String] {
        let row = try await connection.query(
            """
            SELECT u.name, i.sku, o.total::text AS total, i.quantity::text AS quantity,
                (SELECT string_agg(delta::text, ',' ORDER BY m.id) FROM site.s_stock_move m) AS moves
            FROM site.s_order o
            JOIN site.s_user u ON u.id = o.user_id
            JOIN site.s_order_item i ON i.order_id = o.id
            JOIN site.s_idempotency k ON k.order_id = o.id
            JOIN site.s_audit a ON a.entity_id = o.id AND a.entity = 'order'
            WHERE i.price * i.quantity = o.total
            """)[0]
        let moves: String = try row["moves"]
        return [try row["name"], try row["sku"], try row["total"], try row["quantity"]]
            + moves.split(separator: ",").map(String.init)
    }
}
