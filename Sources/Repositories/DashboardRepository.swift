package import Domain
package import Postgres

/// The SQL of the dashboard.
package struct DashboardRepository: Sendable {
    let session: any Session
    private let calendar: FilterCalendar

    package init(_ session: any Session, calendar: FilterCalendar) {
        (self.session, self.calendar) = (session, calendar)
    }

    private var first: CivilDay { calendar.today.advanced(by: 1 - Int64(Dashboard.dayCount)) }

    /// That an order was placed in these days, and stands.
    private var isRecent: SQL {
        let offset = calendar.offsetSeconds
        return """
            created_at >= \(first.start(offsetSeconds: offset))
            AND created_at < \(calendar.today.advanced(by: 1).start(offsetSeconds: offset)) AND status <> 'cancelled'
            """
    }

    /// The days with their orders; one without any is there too.
    package func days() async throws -> [Dashboard.Day] {
        let found = try await session.all(daysStatement, as: Dashboard.Day.self)
        let byDay = Dictionary(uniqueKeysWithValues: found.map { ($0.day, $0) })
        return (0..<Dashboard.dayCount).map { index in
            let day = first.advanced(by: Int64(index))
            return byDay[day] ?? Dashboard.Day(day: day, orders: 0, sum: .zero)
        }
    }

    var daysStatement: SQL {
        """
        SELECT ((created_at AT TIME ZONE 'UTC' + \(calendar.offsetSeconds)::integer * interval '1 second')::date
            - date '1970-01-01')::bigint AS day, count(*) AS orders, sum(total) AS sum
        FROM site.s_order
        WHERE \(isRecent)
        GROUP BY 1
        """
    }

    /// The orders that are not shipped yet, by state.
    package func open() async throws -> [Dashboard.Open] {
        try await session.all(Self.openStatement, as: Dashboard.Open.self)
    }

    static let openStatement: SQL = """
        SELECT status, count(*) AS orders, sum(total) AS sum, min(created_at) AS oldest
        FROM site.s_order
        WHERE status IN ('placed', 'paid')
        GROUP BY status
        ORDER BY status DESC
        """

    /// The products with the least stock; read from the table, which has no index on stock on purpose.
    package func lowStock() async throws -> [Product] {
        try await session.all(
            """
            SELECT \(ProductRepository.columns)
            FROM site.s_product
            WHERE archived_at IS NULL AND stock <= \(Dashboard.lowStock)::integer
            ORDER BY stock, id
            LIMIT \(Dashboard.rows)
            """)
    }

    /// The products that brought most.
    ///
    /// Lines have no time of their own: the least number among the orders tells where theirs begin.
    package func topProducts() async throws -> [Dashboard.TopProduct] {
        try await session.all(topProductsStatement, as: Dashboard.TopProduct.self)
    }

    var topProductsStatement: SQL {
        """
        WITH recent AS MATERIALIZED (SELECT id FROM site.s_order WHERE \(isRecent)), top AS (
            SELECT product_id, sum(quantity) AS pieces, sum(site.line_total(price, quantity, discount)) AS sum
            FROM site.s_order_item
            WHERE order_id >= (SELECT min(id) FROM recent) AND order_id IN (SELECT id FROM recent)
            GROUP BY product_id
            ORDER BY sum DESC, product_id
            LIMIT \(Dashboard.rows)
        )
        SELECT product.id, product.sku, product.name, top.pieces, top.sum
        FROM top
        CROSS JOIN LATERAL (SELECT id, sku, name FROM site.s_product WHERE id = top.product_id OFFSET 0) AS product
        ORDER BY top.sum DESC, product.id
        """
    }

    /// The customers who ordered for most.
    package func topCustomers() async throws -> [Dashboard.TopCustomer] {
        try await session.all(topCustomersStatement, as: Dashboard.TopCustomer.self)
    }

    var topCustomersStatement: SQL {
        """
        SELECT customer.id, customer.name, top.orders, top.sum
        FROM (
            SELECT user_id, count(*) AS orders, sum(total) AS sum
            FROM site.s_order
            WHERE \(isRecent)
            GROUP BY user_id
            ORDER BY sum DESC, user_id
            LIMIT \(Dashboard.rows)
        ) AS top
        CROSS JOIN LATERAL (SELECT id, name FROM site.s_user WHERE id = top.user_id OFFSET 0) AS customer
        ORDER BY top.sum DESC, customer.id
        """
    }
}

extension Dashboard.Day: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(day: CivilDay(number: try row["day"]), orders: try row["orders"], sum: try row["sum"])
    }
}

extension Dashboard.Open: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(status: try row["status"], orders: try row["orders"], sum: try row["sum"], oldest: try row["oldest"])
    }
}

extension Dashboard.TopProduct: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(
            id: try row["id"], sku: try row["sku"], name: try row["name"], pieces: try row["pieces"],
            sum: try row["sum"])
    }
}

extension Dashboard.TopCustomer: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(id: try row["id"], name: try row["name"], orders: try row["orders"], sum: try row["sum"])
    }
}
