package import Domain
import Repositories

/// How the shop does, at a glance.
package struct DashboardService: Sendable {
    let operations: Operations

    init(_ operations: Operations) { self.operations = operations }

    /// The dashboard of the days that end with the calendar's today; its statements run side by side.
    package func read(
        _ calendar: FilterCalendar, as principal: Principal
    ) async throws(ServiceError) -> Dashboard {
        try await operations.run(.readDashboard, as: principal) { pool in
            let dashboard = DashboardRepository(pool, calendar: calendar)
            async let days = dashboard.days()
            async let open = dashboard.open()
            async let lowStock = dashboard.lowStock()
            async let topProducts = dashboard.topProducts()
            async let topCustomers = dashboard.topCustomers()
            return try await Dashboard(
                days: days, open: open, lowStock: lowStock, topProducts: topProducts, topCustomers: topCustomers)
        }
    }
}
