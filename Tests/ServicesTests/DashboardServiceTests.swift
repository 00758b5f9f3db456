import Domain
import Postgres
import Services
import TestSupport
import Testing

/// What the dashboard counts, and what it leaves out.
@Suite struct DashboardServiceTests {
    /// Noon of 2026-01-20 UTC, at a place one hour ahead.
    private let calendar = FilterCalendar(now: Moment(microseconds: 1_768_910_400_000_000), offsetSeconds: 3600)

    @Test("An empty shop has fourteen days without orders")
    func emptyShop() async throws {
        try await Shop.open { shop in
            let dashboard = try await shop.services.dashboard.read(calendar, as: shop.operator_)
            #expect(dashboard.days.count == 14)
            #expect(dashboard.days.first?.day.description == "2026-01-07")
            #expect(dashboard.today == Dashboard.Day(day: calendar.today, orders: 0, sum: .zero))
            #expect(dashboard.open.isEmpty && dashboard.lowStock.isEmpty)
            #expect(dashboard.topProducts.isEmpty && dashboard.topCustomers.isEmpty)
        }
    }

    @Test("Days are the shop's, cancelled and older orders count nowhere, and the most comes first")
    func counts() async throws {
        try await Shop.open { shop in
            let (anna, ihor) = (try await shop.customer("Анна"), try await shop.customer("Ігор"))
            let tea = try await shop.product("TEA", price: "10", stock: 100)
            let cup = try await shop.product("CUP", price: "30", stock: 6)
            let requests: [(User, [(Product, Int)], String, String)] = [
                (anna, [(tea, 2)], "placed", "2026-01-19 22:59+00"), (anna, [(tea, 1)], "paid", "2026-01-19 23:00+00"),
                (ihor, [(cup, 3)], "shipped", "2026-01-06 23:00+00"), (ihor, [(cup, 1)], "paid", "2026-01-06 22:59+00"),
                (ihor, [(tea, 50)], "cancelled", "2026-01-20 10:00+00"),
            ]
            for (user, lines, status, at) in requests {
                let id = try await shop.place(shop.request(user, lines)).order.id
                _ = try await shop.pool.query(
                    "UPDATE site.s_order SET status = \(status), created_at = \(at)::timestamptz WHERE id = \(id.value)"
                )
            }
            let dashboard = try await shop.services.dashboard.read(calendar, as: shop.operator_)
            #expect(
                dashboard.days.filter { $0.orders > 0 }.map(\.day.description) == [
                    "2026-01-07", "2026-01-19", "2026-01-20",
                ])
            #expect(dashboard.days.map(\.sum.minor).filter { $0 > 0 } == [9000, 2000, 1000])
            #expect(dashboard.open.map(\.status) == [.placed, .paid])
            #expect(dashboard.open.map(\.orders) == [1, 2])
            #expect(dashboard.open.last?.sum == Money(minor: 4000))
            #expect(dashboard.open.last?.oldest == Moment("2026-01-06 22:59:00Z"))
            #expect(dashboard.lowStock.map(\.sku) == ["CUP"])
            #expect(dashboard.topProducts.map(\.sku) == ["CUP", "TEA"])
            #expect(dashboard.topProducts.map(\.pieces) == [3, 3])
            #expect(dashboard.topCustomers.map(\.name) == ["Ігор", "Анна"])
            #expect(dashboard.topCustomers.map(\.orders) == [1, 2])
        }
    }
}
