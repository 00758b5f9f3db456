import Domain
import Postgres
import Services
import TestSupport
import Testing

@Suite struct DataVerifyTests {
    /// Something that went wrong in the books, and the rules that must notice it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let rules: Set<BookRule>

        init(_ description: String, _ rules: Set<BookRule>, _ sql: String) {
            (testDescription, self.rules, self.sql) = (description, rules, sql)
        }
    }

    /// An order that is not cancelled and holds no product twice, and one that is cancelled.
    private static let orders = """
        CREATE TEMP TABLE live AS
            SELECT o.id FROM site.s_order o
            WHERE status = 'shipped' AND line_count = (
                SELECT count(DISTINCT product_id) FROM site.s_order_item WHERE order_id = o.id)
            ORDER BY o.id LIMIT 1;
        CREATE TEMP TABLE dead AS SELECT id FROM site.s_order WHERE status = 'cancelled' ORDER BY id LIMIT 1;
        SET session_replication_role = replica;
        """

    static let faults = [
        Fault(
            "a stock that nobody moved", [.stockEqualsLedger],
            "UPDATE site.s_product SET stock = stock + 1 WHERE id = (SELECT min(id) FROM site.s_product)"),
        Fault(
            "a stock below zero that the ledger agrees with", [.stockIsNotNegative],
            """
            ALTER TABLE site.s_product DROP CONSTRAINT s_product_stock_check;
            INSERT INTO site.s_stock_move (product_id, delta, reason)
                SELECT id, -stock - 1, 'correction' FROM site.s_product WHERE id = (SELECT min(id) FROM site.s_product);
            UPDATE site.s_product SET stock = -1 WHERE id = (SELECT min(id) FROM site.s_product);
            """),
        Fault(
            "an order without lines", [.ordersHaveLines, .salesEqualLines],
            "DELETE FROM site.s_order_item WHERE order_id = (SELECT id FROM live)"),
        Fault(
            "a count of lines that is wrong", [.lineCountsAgree],
            "UPDATE site.s_order SET line_count = line_count + 1 WHERE id = (SELECT id FROM live)"),
        Fault(
            "a total that is a cent off", [.totalsAgree],
            "UPDATE site.s_order SET total = total + 0.01 WHERE id = (SELECT id FROM live)"),
        Fault(
            "a discount that nobody gave", [.totalsAgree],
            "UPDATE site.s_order_item SET discount = 50 WHERE order_id = (SELECT id FROM live)"),
        Fault(
            "a line that sold more than the ledger took", [.salesEqualLines],
            """
            UPDATE site.s_order_item SET quantity = quantity + 1 WHERE order_id = (SELECT id FROM live);
            UPDATE site.s_order o
                SET total = (SELECT sum(price * quantity) FROM site.s_order_item WHERE order_id = o.id)
                WHERE id = (SELECT id FROM live);
            """),
        Fault(
            "a sale in the ledger that no order has", [.salesEqualLines],
            """
            INSERT INTO site.s_stock_move (product_id, delta, reason, order_id)
                SELECT p.id, -1, 'sale', live.id FROM live, site.s_product p
                WHERE p.stock > 0 AND p.id NOT IN (SELECT product_id FROM site.s_order_item WHERE order_id = live.id)
                LIMIT 1;
            UPDATE site.s_product p SET stock = (SELECT sum(delta) FROM site.s_stock_move WHERE product_id = p.id);
            """),
        Fault(
            "a cancelled order that gave nothing back", [.cancellationsGiveBackOnce],
            "UPDATE site.s_order SET status = 'cancelled' WHERE id = (SELECT id FROM live)"),
        Fault(
            "an order that gave back and is not cancelled", [.cancellationsGiveBackOnce],
            "UPDATE site.s_order SET status = 'shipped' WHERE id = (SELECT id FROM dead)"),
        Fault(
            "goods that came back twice", [.cancellationsGiveBackOnce],
            """
            DROP INDEX site.s_stock_move_cancel_key;
            INSERT INTO site.s_stock_move (product_id, delta, reason, order_id)
                SELECT product_id, delta, reason, order_id FROM site.s_stock_move
                WHERE reason = 'cancel' AND order_id = (SELECT id FROM dead);
            UPDATE site.s_product p SET stock = (SELECT sum(delta) FROM site.s_stock_move WHERE product_id = p.id);
            """),
        Fault(
            "a key without an order", [.keysHaveOrders],
            "INSERT INTO site.s_idempotency (actor_id, key, fingerprint, order_id) VALUES (1, 'x', '', 999999)"),
        Fault(
            "a key of another person", [.keysHaveOrders],
            "UPDATE site.s_order SET created_by = created_by + 1 WHERE source = 'http'"),
        Fault("an order without its key", [.ordersHaveKeys], "DELETE FROM site.s_idempotency"),
        Fault(
            "an order that the audit log does not know", [.ordersAreAudited],
            "DELETE FROM site.s_audit WHERE operation = 'placeOrder'"),
    ]

    /// Runs `body` on a demo shop in which orders were placed and cancelled over HTTP and at the terminal.
    private func withShop(_ body: (DataFixture) async throws -> Void) async throws {
        try await Shop.open { shop in
            let data = DataFixture(pool: shop.pool)
            _ = try await data.seeds.run(DataFixture.options(orders: 300), as: shop.operator_)
            let (user, product) = (try await shop.customer(), try await shop.product(stock: 50))
            for source in [Principal.Source.http, .terminal] {
                let principal = shop.operator_.through(source)
                let request = try shop.request(user, [(product, 2)])
                _ = try await shop.services.orders.place(request, as: principal)
                let again = try await shop.services.orders.place(shop.request(user, [(product, 1)]), as: principal)
                _ = try await shop.services.orders.cancel(again.order.id, as: principal)
            }
            try await body(data)
        }
    }

    @Test("The books of a working shop are clean, and the proof says how much it looked at")
    func clean() async throws {
        try await withShop { shop in
            try await shop.expectClean()
            let report = try await shop.books.run(as: shop.principal)
            let examined = Dictionary(uniqueKeysWithValues: report.checks.map { ($0.rule, $0.examined) })
            #expect(examined[.stockEqualsLedger] == 31)
            #expect(examined[.totalsAgree] == 304)
            #expect(examined[.ordersHaveKeys] == 4 && examined[.ordersAreAudited] == 4)
            #expect(examined[.keysHaveOrders] == 4)
        }
    }

    @Test("Each fault is noticed, by the rule it breaks and by no other", arguments: faults)
    func notices(fault: Fault) async throws {
        try await withShop { shop in
            try await shop.pool.withConnection { connection in
                try await connection.script(Self.orders + fault.sql)
                // The connection goes back to the pool: it must not stay a replica.
                try await connection.script("RESET session_replication_role")
            }
            let report = try await shop.books.run(as: shop.principal)
            let broken = report.checks.filter { $0.faults > 0 }
            #expect(Set(broken.map(\.rule)) == fault.rules, "\(broken)")
            #expect(!report.isClean)
            for check in broken {
                #expect(check.examples.count == min(check.faults, 10))
                #expect(check.examples.allSatisfy { $0.contains { $0.isNumber } })
            }
        }
    }

    @Test("Of many faults the first ten are told and all are counted")
    func examples() async throws {
        try await withShop { shop in
            _ = try await shop.pool.query("UPDATE site.s_order SET total = total + 1")
            let report = try await shop.books.run(as: shop.principal)
            let check = try #require(report.checks.first { $0.rule == .totalsAgree })
            #expect(check.faults == 304 && check.examples.count == 10)
            #expect(check.examples[0].hasPrefix("order 1: total "))
        }
    }

    @Test("The proof needs no right to write")
    func readOnly() async throws {
        try await withShop { shop in
            let before = try await shop.checksums()
            _ = try await shop.books.run(as: shop.principal)
            #expect(try await shop.checksums() == before)
            let viewer = Principal(id: Identifier(1), name: "v", role: .viewer, source: .cli)
            await #expect(throws: DataError.refused(.forbidden(.verifyBooks))) {
                try await shop.books.run(as: viewer)
            }
        }
    }
}
