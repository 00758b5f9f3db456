package import Domain
package import Postgres

/// The SQL of orders.
package struct OrderRepository: Sendable {
    let session: any Session

    package init(_ session: any Session) { self.session = session }

    static let summaryColumns: SQL = """
        o.id, o.user_id, u.name AS customer, o.status, o.total, o.line_count, o.note, o.created_at, o.updated_at,
        o.version
        """

    static let lineColumns: SQL = "id, order_id, product_id, sku, name, quantity, price, discount"

    /// The order with `id` and its lines, or `nil`.
    package func find(_ id: Identifier<Order>) async throws -> Order? {
        try await list(ids: [id]).first
    }

    /// The orders with these ids and their lines, newest first.
    package func list(ids: [Identifier<Order>]) async throws -> [Order] {
        let summaries = try await summaries(ids: ids)
        let lines = try await lines(of: summaries.map(\.id))
        return summaries.map { Order($0, lines: lines[$0.id] ?? []) }
    }

    /// The orders with these ids without their lines, newest first.
    package func summaries(ids: [Identifier<Order>]) async throws -> [OrderSummary] {
        try await session.all(
            """
            SELECT \(Self.summaryColumns)
            FROM site.s_order o
            JOIN site.s_user u ON u.id = o.user_id
            WHERE o.id = ANY (\(ids.map(\.value))::bigint[])
            ORDER BY o.created_at DESC, o.id DESC
            """, as: OrderSummary.self)
    }

    /// The lines of these orders, by order, each list as it was typed.
    ///
    /// Where a customer is given, only their orders have any.
    package func lines(
        of orders: [Identifier<Order>], customer: Identifier<User>? = nil
    ) async throws -> [Identifier<Order>: [OrderLine]] {
        var conditions = Conditions()
        conditions.add("order_id = ANY (\(orders.map(\.value))::bigint[])")
        conditions.add(customer, Self.isOrdered)
        let lines = try await session.all(
            """
            SELECT \(Self.lineColumns)
            FROM site.s_order_item
            WHERE \(conditions.sql)
            ORDER BY order_id, line_no
            """, as: OrderLine.self)
        return Dictionary(grouping: lines, by: \.order)
    }

    /// A page of orders.
    ///
    /// The page is picked from the orders alone and joined to its customers afterwards: joined first, the planner
    /// prepares for all orders there are.
    package func list(_ request: OrderListRequest) async throws -> Page<OrderSummary> {
        let keyset = Self.keyset(request)
        var conditions = try await conditions(request.filter)
        conditions.add(keyset.bound)
        let rows = try await session.all(Self.page(keyset, conditions.sql), as: Placed<OrderSummary>.self)
        return keyset.page(rows)
    }

    /// The statement of a page: the orders first, then each one's customer.
    ///
    /// `OFFSET 0` keeps the planner from joining in another way: where the limit is a parameter it reckons with a tenth
    /// of all orders, and would read all customers for a page.
    static func page(_ keyset: KeysetQuery, _ conditions: SQL) -> SQL {
        """
        SELECT \(summaryColumns), o.sort_key, o.second_key
        FROM (
            SELECT *, \(keyset.keys)
            FROM site.s_order
            WHERE \(conditions)
            \(keyset.order)
        ) AS o
        CROSS JOIN LATERAL (SELECT name FROM site.s_user WHERE id = o.user_id OFFSET 0) AS u
        ORDER BY \(keyset.outerSort)
        """
    }

    static func keyset(_ request: OrderListRequest) -> KeysetQuery { KeysetQuery(request, column) }

    /// A page of order lines.
    package func lines(_ request: OrderLineListRequest) async throws -> Page<OrderLine> {
        let keyset = KeysetQuery(request) { _ in .id }
        var conditions = Self.conditions(request.filter)
        conditions.add(keyset.bound)
        let rows = try await session.all(
            """
            SELECT \(Self.lineColumns), \(keyset.keys)
            FROM site.s_order_item
            WHERE \(conditions.sql)
            \(keyset.order)
            """, as: Placed<OrderLine>.self)
        return keyset.page(rows)
    }

    /// What the lines of a list must fulfil.
    static func conditions(_ filter: OrderLineFilter) -> Conditions {
        var conditions = Conditions()
        conditions.add(filter.customer, isOrdered)
        conditions.add(filter.order) { "order_id = \($0)" }
        conditions.add(filter.product) { "product_id = \($0)" }
        conditions.add(filter.conditions, tested)
        return conditions
    }

    /// The order line with `id`, or `nil`; of an order of this customer's, where one is given.
    package func line(_ id: Identifier<OrderLine>, customer: Identifier<User>? = nil) async throws -> OrderLine? {
        var conditions = Conditions()
        conditions.add("id = \(id)")
        conditions.add(customer, Self.isOrdered)
        return try await session.first(
            "SELECT \(Self.lineColumns) FROM site.s_order_item WHERE \(conditions.sql)")
    }

    /// Whether this person has placed the order; nobody has placed what was imported.
    package func isPlaced(_ id: Identifier<Order>, by actor: Identifier<User>) async throws -> Bool {
        let rows = try await session.rows(
            "SELECT order_id FROM site.s_idempotency WHERE order_id = \(id) AND actor_id = \(actor)")
        return !rows.isEmpty
    }

    /// That the order of a line is one of this customer's.
    private static func isOrdered(by customer: Identifier<User>) -> SQL {
        "EXISTS (SELECT FROM site.s_order o WHERE o.id = order_id AND o.user_id = \(customer))"
    }
}

extension OrderSummary: RowDecodable {
    /// Decodes ``OrderRepository/summaryColumns``.
    package init(row: Row) throws(RowError) {
        self.init(
            id: try row["id"], user: try row["user_id"], customer: try row["customer"], status: try row["status"],
            total: try row["total"], lineCount: Int(try row["line_count"] as Int32), note: try row[optional: "note"],
            createdAt: try row["created_at"], updatedAt: try row["updated_at"],
            version: Int(try row["version"] as Int32))
    }
}

extension OrderLine: RowDecodable {
    /// Decodes ``OrderRepository/lineColumns``.
    package init(row: Row) throws(RowError) {
        self.init(
            id: try row["id"], order: try row["order_id"], product: try row["product_id"], sku: try row["sku"],
            name: try row["name"], quantity: Int(try row["quantity"] as Int32), price: try row["price"],
            discount: try row["discount"])
    }
}

extension Order {
    /// A summary with its lines.
    package init(_ summary: OrderSummary, lines: [OrderLine]) {
        self.init(
            id: summary.id, user: summary.user, customer: summary.customer, status: summary.status,
            total: summary.total, note: summary.note, createdAt: summary.createdAt, updatedAt: summary.updatedAt,
            version: summary.version, lines: lines)
    }
}
