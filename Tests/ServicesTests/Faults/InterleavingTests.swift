import Domain
import Postgres
import Repositories
import Services
import Synchronization
import TestSupport
import Testing

/// Two transactions of three steps each (begin, change, commit), in each of the twenty orders that six steps can have.
@Suite struct InterleavingTests {
    /// What the two do to each other.
    enum Meeting: String, CaseIterable, Sendable {
        case sameProduct, crossedProducts, sameKey, cancelAndSell
    }

    /// The twenty ways to put three steps of the first and three of the second in a row; true is the first's.
    static let interleavings: [[Bool]] = (0..<64).map { bits in (0..<6).map { bits >> $0 & 1 == 1 } }
        .filter { $0.count { $0 } == 3 }

    /// What keeps the two apart, each of which a test can do without.
    enum Protection: Sendable {
        /// The lock on the rows of the products, and the CHECK behind it, the last line of defence.
        case rowLock
        /// The primary key of the idempotency keys.
        case keyUniqueness
    }

    @Test(
        "However the steps of two orders interleave, the books balance and nobody waits for ever",
        arguments: Meeting.allCases)
    func interleaves(meeting: Meeting) async throws {
        #expect(Self.interleavings.count == 20)
        try await Shop.open { shop in
            #expect(try await violations(meeting, shop) == [])
            try await shop.expectBalanced()
        }
    }

    @Test(
        "Without what keeps two orders apart, both are placed where one may be, as soon as one begins beside the other",
        arguments: [(.sameProduct, .rowLock), (.sameKey, .keyUniqueness)] as [(Meeting, Protection)])
    func needsProtection(meeting: Meeting, protection: Protection) async throws {
        try await Shop.open { shop in
            switch protection {
            case .rowLock:
                _ = try await shop.pool.query("ALTER TABLE site.s_product DROP CONSTRAINT s_product_stock_check")
            case .keyUniqueness:
                _ = try await shop.pool.query("ALTER TABLE site.s_idempotency DROP CONSTRAINT s_idempotency_pkey")
            }
            let lock: SQL? = protection == .rowLock ? "" : nil
            // In the other eight, one has committed before the other changes anything.
            let found = try await violations(meeting, shop, lock: lock)
            #expect(found.count == 12)
            #expect(found.allSatisfy { $0.contains("2 orders") }, "\(found)")
        }
    }

    /// In which of the interleavings something else became of the two than may.
    private func violations(_ meeting: Meeting, _ shop: Shop, lock: SQL? = nil) async throws -> [String] {
        var found: [String] = []
        for (number, steps) in Self.interleavings.enumerated() {
            let (first, second) = try await actors(meeting, number, shop, lock)
            let before = try await shop.number("SELECT count(*) AS n FROM site.s_order")
            let results = try await Interleaving(first, second).run(steps)
            let orders = try await shop.number("SELECT count(*) AS n FROM site.s_order") - before
            let isRight =
                switch meeting {
                case .sameProduct, .sameKey: results.count { $0 } == 1 && orders == 1
                case .crossedProducts: results == [true, true] && orders == 2
                case .cancelAndSell: results == [true, true] && orders == 1
                }
            if !isRight { found.append("\(steps): \(results), \(orders) orders") }
        }
        return found
    }

    /// The two transactions of a meeting; there are five of each product.
    private func actors(
        _ meeting: Meeting, _ number: Int, _ shop: Shop, _ lock: SQL?
    ) async throws -> (Interleaving.Change, Interleaving.Change) {
        let user = try await shop.customer()
        let (a, b) = (try await shop.product("A\(number)", stock: 5), try await shop.product("B\(number)", stock: 5))
        switch meeting {
        case .sameProduct:
            return (
                placing(try shop.request(user, [(a, 3)]), shop, lock),
                placing(try shop.request(user, [(a, 3)]), shop, lock)
            )
        case .crossedProducts:
            return (
                placing(try shop.request(user, [(a, 3), (b, 2)]), shop),
                placing(try shop.request(user, [(b, 3), (a, 2)]), shop)
            )
        case .sameKey:
            let request = try shop.request(user, [(a, 2)], key: "shared-\(number)")
            return (placing(request, shop), placing(request, shop))
        case .cancelAndSell:
            let order = try await shop.place(shop.request(user, [(a, 4), (b, 1)])).order
            return (cancelling(order, shop), placing(try shop.request(user, [(b, 2), (a, 1)]), shop))
        }
    }

    private func placing(_ request: PlaceOrder, _ shop: Shop, _ lock: SQL? = nil) -> Interleaving.Change {
        { session in
            let (orders, audit) = (OrderRepository(session), AuditEntry(shop.operator_, .placeOrder))
            let outcome =
                if let lock {
                    try await orders.place(request, fingerprint: request.fingerprint, audit: audit, lock: lock)
                } else {
                    try await orders.place(request, fingerprint: request.fingerprint, audit: audit)
                }
            return if case .placed? = outcome { true } else { false }
        }
    }

    private func cancelling(_ order: Order, _ shop: Shop) -> Interleaving.Change {
        { session in
            let orders = OrderRepository(session)
            guard try await orders.lock(order.id) != nil else { return false }
            try await orders.giveBack(order.id, as: shop.operator_)
            let audit = AuditEntry(shop.operator_, .cancelOrder)
            try await orders.update(order.id, status: .cancelled, note: nil, audit: audit)
            return true
        }
    }
}
