import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite struct OrderDiscountTests {
    /// Prices, quantities and discounts of every size, those whose half cents must be rounded among them.
    private static let lines: [(price: Int64, quantity: Int, discount: Percent)] = {
        let prices: [Int64] = [0, 1, 3, 5, 15, 33, 99, 12_50, 19_99, 100_00, 1_234_567, 99_999_999_999_999]
        let quantities = [1, 2, 3, 7, 1000, 999_999, 1_000_000]
        let points = [0, 1, 5, 333, 500, 750, 1250, 3333, 5000, 6667, 9950, 9999, 10_000]
        return prices.flatMap { price in
            quantities.flatMap { quantity in
                points.compactMap { Percent(basisPoints: $0) }.map { (price, quantity, $0) }
            }
        }
    }()

    @Test("A line costs the same in SQL as in the program, to the cent, whatever its price, quantity and discount")
    func agreesWithSQL() async throws {
        try await Shop.open { shop in
            let rows = try await shop.pool.query(
                """
                SELECT site.line_total(price, quantity, discount) AS total
                FROM unnest(
                    \(Self.lines.map { Money(minor: $0.price).description })::numeric[],
                    \(Self.lines.map(\.quantity))::integer[], \(Self.lines.map(\.discount.description))::numeric[]
                ) WITH ORDINALITY AS line (price, quantity, discount, place)
                ORDER BY place
                """)
            #expect(rows.count == Self.lines.count && rows.count == 1092)
            for (row, line) in zip(rows, Self.lines) {
                let inSQL: PostgresNumeric = try row["total"]
                let total = Money(minor: line.price).times(line.quantity, less: line.discount)
                let isBeyond = (inSQL.scaled(to: 2) ?? .max) > Money.maximum.minor
                #expect(isBeyond == (total == nil), "\(line)")
                if let total { #expect(inSQL.scaled(to: 2) == total.minor, "\(line)") }
            }
        }
    }

    @Test("A discount is taken off its line and the total, kept with the order, and audited and proved as any order")
    func places() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let (tea, coffee) = (
                try await shop.product("A", price: "19.99"), try await shop.product("B", price: "0.35")
            )
            let basket = [
                PlaceOrder.Line(product: tea.id, quantity: 3, price: tea.price, discount: percent("7.5")),
                PlaceOrder.Line(product: coffee.id, quantity: 1, discount: percent("10")),
            ]
            let request = try PlaceOrder(user: user.id, lines: basket, key: IdempotencyKey("k"))
            let order = try await shop.place(request).order
            #expect(order.lines.map(\.total) == [Money(minor: 55_47), Money(minor: 32)])
            #expect(order.lines.map(\.discount) == [percent("7.5"), percent("10")])
            #expect(order.total == Money(minor: 55_79))
            #expect(try await shop.services.orders.get(order.id, as: shop.operator_) == order)
            try await shop.expectBalanced()
            #expect(try await shop.place(request) == .existing(order))
        }
    }

    @Test("A discount belongs to what an order means: another one under the same key is another order")
    func belongsToTheMeaning() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let order = try await shop.place(shop.request(user, [(tea, 1)], key: "k", discount: percent("5"))).order
            for discount in [Percent.zero, percent("5.01")] {
                let other = try shop.request(user, [(tea, 1)], key: "k", discount: discount)
                await #expect(throws: ServiceError.idempotencyKeyReused(order.id)) { try await shop.place(other) }
            }
        }
    }

    @Test("An order without discounts has the fingerprint that it had before there were any")
    func keepsOldFingerprints() throws {
        func order(_ discount: Percent) throws -> PlaceOrder {
            try PlaceOrder(
                user: Identifier(1),
                lines: [
                    PlaceOrder.Line(product: Identifier(3), quantity: 1),
                    PlaceOrder.Line(
                        product: Identifier(2), quantity: 7, price: Money(minor: 100), discount: discount),
                ], note: "note", key: IdempotencyKey("k"))
        }
        // printf '1|1|2:7:1.00,3:1:|note' | sha256sum, as the program of that time hashed it.
        #expect(
            hexadecimal(try order(.zero).fingerprint)
                == "c5d696da5c365fb6ea618a87719897575263dceb570a740246f1a488785506e1")
        #expect(
            hexadecimal(try order(percent("12.5")).fingerprint)
                == "0639f6756e29dba1f19552981a34459c2c75dd410f9607f00184b21eab5f51aa")
    }

    @Test("An operator gives up to ten percent, each line beyond is named, and a manager gives more")
    func checksTheRole() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let (tea, coffee, cake) = (
                try await shop.product("A"), try await shop.product("B"), try await shop.product("C")
            )
            let basket = [(tea, "10"), (coffee, "10.01"), (cake, "100")].map { product, discount in
                PlaceOrder.Line(product: product.id, quantity: 1, discount: percent(discount))
            }
            let request = try PlaceOrder(user: user.id, lines: basket, key: IdempotencyKey("k"))
            let admin = shop.operator_
            let clerk = Principal(id: admin.id, name: admin.name, role: .operator_, source: .terminal)
            let error = await #expect(throws: ServiceError.self) {
                try await shop.services.orders.place(request, as: clerk)
            }
            guard case .invalid(let violations)? = error else { throw Unexpected(error) }
            #expect(violations.map(\.field) == ["items/1/discount", "items/2/discount"])
            #expect(violations.allSatisfy { $0.rule == "forbidden" })
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order") == 0)
            #expect(try await shop.stock(of: tea) == 10)
            let manager = Principal(id: admin.id, name: admin.name, role: .manager, source: .terminal)
            #expect(try await shop.services.orders.place(request, as: manager).order.lines.count == 3)
        }
    }

    @Test("The database itself holds no discount below 0 or above 100", arguments: ["-0.01", "100.01"])
    func checkedByTheDatabase(discount: String) async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            _ = try await shop.place(shop.request(user, [(tea, 1)]))
            let error = await #expect(throws: PostgresError.self) {
                try await shop.pool.query("UPDATE site.s_order_item SET discount = \(discount)::numeric")
            }
            #expect(error?.constraint == "s_order_item_discount_check")
        }
    }

    @Test("Lines of the time before discounts have none, and their orders keep their totals")
    func migratesOldLines() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(price: "19.99"))
            let order = try await shop.place(shop.request(user, [(tea, 3)])).order
            let connection = try await TestDatabase.current.connect()
            try await connection.script(
                """
                DROP FUNCTION site.line_total;
                ALTER TABLE site.s_order_item DROP COLUMN discount;
                """)
            try await connection.script(
                String(contentsOfFile: Repository.path("migrations/0009_discount_order_lines.sql"), encoding: .utf8))
            await connection.close()
            #expect(try await shop.services.orders.get(order.id, as: shop.operator_) == order)
            try await shop.expectBalanced()
        }
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// A percentage that a test writes down.
private func percent(_ text: String) -> Percent {
    guard let percent = Percent(text) else { preconditionFailure("There is no percentage \(text).") }
    return percent
}
