import Domain
import Postgres
import Repositories
import Services
import TestSupport
import Testing

/// The link fails at the Nth round trip of an operation, for every N that it has.
@Suite struct NthCallTests {
    static let faults: [LinkFault] =
        [.cutBefore, .cutAfter, .trickle] + ["40001", "40P01", "55P03", "57014", "53100"].map { .refuse($0) }

    @Test(
        "Whatever fails at whichever call of placing, asking again with the same key makes one order", arguments: faults
    )
    func placesOnce(fault: LinkFault) async throws {
        try await FaultyShop.open { faulty in
            let (user, tea) = (try await faulty.shop.customer(), try await faulty.shop.product(stock: 1000))
            var (place, orders) = (0, 0)
            while true {
                place += 1
                // The first order also opens the connection and prepares; that these fail, too, is the point.
                faulty.link.arm(fault, at: place)
                let request = try faulty.shop.request(user, [(tea, 2)], key: "at-\(place)")
                let first = await faulty.place(request)
                let hasStruck = faulty.link.seen.strikes > 0
                expectSensible(first, after: hasStruck ? fault : nil, at: place)
                faulty.link.arm(nil)
                let again = try await faulty.services.orders.place(request, as: faulty.shop.operator_)
                orders += 1
                if case .success(let placement) = first { #expect(again.order.id == placement.order.id) }
                #expect(try await faulty.orderCount() == orders)
                #expect(try await faulty.shop.stock(of: tea) == 1000 - 2 * orders)
                guard hasStruck else { break }
                #expect(place < 20)
                if place >= 20 { break }
                // Each order begins as the very first one did: on a new connection.
                try await faulty.dropConnections()
            }
            #expect(place > 1, "An order has a round trip that can fail.")
            try await faulty.shop.expectBalanced()
        }
    }

    /// An order that no fault met is placed; so is one that met what is tried again.
    ///
    /// The rest is told as an outage.
    private func expectSensible(_ result: Result<Placement, ServiceError>, after fault: LinkFault?, at place: Int) {
        switch (fault, result) {
        case (.refuse("57014")?, .failure(.unavailable)), (.refuse("53100")?, .failure(.unavailable)): break
        case (.refuse("55P03")?, .failure(.busy)): break
        case (_, .success): break
        case (_, .failure(let error)):
            Issue.record("\(fault.map { "\($0)" } ?? "no fault") at call \(place) ended as \(error).")
        }
    }

    @Test("Whatever fails while an order is cancelled, its goods come back once", arguments: faults)
    func cancelsOnce(fault: LinkFault) async throws {
        try await FaultyShop.open { faulty in
            let (user, tea) = (try await faulty.shop.customer(), try await faulty.shop.product(stock: 10))
            var place = 0
            while true {
                place += 1
                let order = try await faulty.shop.place(faulty.shop.request(user, [(tea, 3)])).order
                try await faulty.warmUp()
                faulty.link.arm(fault, at: place)
                _ = try? await faulty.services.orders.cancel(order.id, as: faulty.shop.operator_)
                let hasStruck = faulty.link.seen.strikes > 0
                faulty.link.arm(nil)
                let cancelled = try await faulty.services.orders.cancel(order.id, as: faulty.shop.operator_)
                #expect(cancelled.status == .cancelled)
                #expect(try await faulty.shop.stock(of: tea) == 10)
                guard hasStruck, place < 20 else { break }
            }
            #expect((2..<20).contains(place))
            try await faulty.shop.expectBalanced()
        }
    }

    @Test("A receipt of goods whose answer was lost is not written twice", arguments: faults)
    func receivesOnce(fault: LinkFault) async throws {
        try await FaultyShop.open { faulty in
            let tea = try await faulty.shop.product(stock: 0)
            var (place, low, high) = (0, 0, 0)
            while true {
                place += 1
                try await faulty.warmUp()
                faulty.link.arm(fault, at: place)
                let receipt = try StockAdjustment(product: tea.id, delta: 5)
                let result = try? await faulty.services.stock.adjust(receipt, as: faulty.shop.operator_)
                let hasStruck = faulty.link.seen.strikes > 0
                faulty.link.arm(nil)
                // Without a key the caller can't ask again, so that nothing may have been tried twice behind its back.
                (low, high) = (low + (result == nil ? 0 : 5), high + 5)
                let stock = try await faulty.shop.stock(of: tea)
                #expect((low...high).contains(stock))
                (low, high) = (stock, stock)
                guard hasStruck, place < 20 else { break }
            }
            #expect((2..<20).contains(place))
            try await faulty.shop.expectBalanced()
        }
    }

    @Test("Without its key, an order whose answer was lost is placed twice")
    func needsTheKey() async throws {
        try await FaultyShop.open { faulty in
            let (user, tea) = (try await faulty.shop.customer(), try await faulty.shop.product(stock: 10))
            try await faulty.warmUp()
            faulty.link.arm(.cutAfter, at: 1)
            let orders = OrderRepository(faulty.pool)
            let audit = AuditEntry(faulty.shop.operator_, .placeOrder)
            // What the service does after a lost answer, only with a new key each time.
            for attempt in 0..<2 {
                let request = try faulty.shop.request(user, [(tea, 1)], key: "attempt-\(attempt)")
                _ = try? await orders.place(request, fingerprint: [1], audit: audit)
            }
            #expect(try await faulty.orderCount() == 2)
        }
    }
}
