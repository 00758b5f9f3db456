import Domain
import Postgres
import TestSupport
import Testing

@testable import Repositories

/// That the hot statements go down their indexes, whatever the table holds.
@Suite(.database(filledBy: PlanRows.statements)) struct QueryPlanTests {
    @Test("A page of orders walks the index on created_at, first and deep", arguments: [false, true])
    func ordersPage(isDeep: Bool) async throws {
        let database = try TestDatabase.current
        let deep = Keyset(value: "2026-01-01 00:00:00+00", id: 100)
        let request = OrderListRequest(
            filter: OrderFilter(), sort: .createdAt, isDescending: true, position: isDeep ? .after(deep) : .first)
        let keyset = OrderRepository.keyset(request)
        let plan = try await plan(of: OrderRepository.page(keyset, keyset.bound), database.pool)
        #expect(plan.contains("Index Scan using s_order_created_at_idx"), "\(plan)")
        #expect(!plan.contains("Seq Scan on s_order"), "\(plan)")
        #expect(!plan.contains("Sort Key: s_order.created_at"), "\(plan)")
    }

    @Test("The seed's hot query, page by page, never reads all orders")
    func hotQueryPage() async throws {
        let database = try TestDatabase.current
        let from = try #require(Moment("2026-01-01"))
        let request = OrderListRequest(
            filter: OrderFilter(createdFrom: from), sort: .createdAt, isDescending: true)
        let keyset = OrderRepository.keyset(request)
        let bound: SQL = "created_at >= \(from) AND \(keyset.bound)"
        let plan = try await plan(of: OrderRepository.page(keyset, bound), database.pool)
        #expect(plan.contains("s_order_created_at_idx"), "\(plan)")
        #expect(!plan.contains("Seq Scan on s_order"), "\(plan)")
    }

    @Test("The dashboard reads its days and top products through the index on created_at, never all orders")
    func dashboard() async throws {
        let database = try TestDatabase.current
        let now = try #require(Moment("2026-08-01"))
        let dashboard = DashboardRepository(
            database.pool, calendar: FilterCalendar(now: now, offsetSeconds: 7200))
        for (statement, index) in [
            (dashboard.daysStatement, "s_order_created_at_idx"),
            (dashboard.topProductsStatement, "s_order_created_at_idx"),
        ] {
            let plan = try await plan(of: statement, database.pool)
            #expect(plan.contains(index), "\(plan)")
            #expect(!plan.contains("Seq Scan on s_order "), "\(plan)")
        }
    }

    @Test("The seed's hot query runs word for word")
    func hotQueryAsGiven() async throws {
        let database = try TestDatabase.current
        let rows = try await database.pool.query(
            """
            SELECT o.id, o.total, o.created_at, u.name, u.email, i.quantity, i.price, p.name, p.price
            FROM site.s_order o
            JOIN site.s_user u ON u.id = o.user_id
            JOIN site.s_order_item i ON i.order_id = o.id
            JOIN site.s_product p ON p.id = i.product_id
            WHERE o.created_at >= '2026-01-01'
            ORDER BY o.created_at DESC;
            """)
        #expect(!rows.isEmpty)
    }

    @Test("The lines of an order, the orders of a customer and a scanned code are index look-ups")
    func lookups() async throws {
        let database = try TestDatabase.current
        let statements: [(SQL, String)] = [
            (
                "SELECT id FROM site.s_order_item WHERE order_id = ANY (ARRAY[5, 6]::bigint[])",
                "s_order_item_order_id_key"
            ),
            (
                "SELECT id FROM site.s_order WHERE user_id = 7 ORDER BY created_at DESC, id DESC LIMIT 50",
                "s_order_user_id_idx"
            ),
            ("SELECT id FROM site.s_product WHERE lower(sku) = lower('p-17')", "s_product_sku"),
            ("SELECT id FROM site.s_user WHERE search LIKE '%c4ca4238%'", "s_user_search_idx"),
        ]
        for (statement, index) in statements {
            let plan = try await plan(of: statement, database.pool)
            #expect(plan.contains(index), "\(plan)")
        }
    }

    private func plan(of statement: SQL, _ pool: PostgresPool) async throws -> String {
        let rows = try await pool.query("EXPLAIN \(statement)")
        return try rows.map { row throws(RowError) in try row["QUERY PLAN"] as String }.joined(separator: "\n")
    }
}
