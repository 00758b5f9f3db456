package import Domain
import Postgres

extension OrderRepository {
    /// What becomes of a line of an order.
    package enum LineChange: Sendable {
        /// A new line of this product, as it is today.
        case add(Product, quantity: Int, discount: Percent)
        case set(OrderLine, quantity: Int, discount: Percent)
        case remove(OrderLine)
    }

    /// Changes a line of a locked order, the stock of its locked product, the ledger, the order's total and version,
    /// and the audit log, in one statement.
    ///
    /// The ledger calls pieces that come back a sale of so many less: the sum of its sales stays what the order holds.
    /// - Returns: the line, as it is now or as it was before it was removed.
    package func change(
        _ change: LineChange, of order: OrderSummary, total: Money, audit: AuditEntry
    ) async throws -> OrderLine {
        let rows = try await session.rows(
            """
            WITH line AS (\(change.statement(order.id))
            ), taken AS (
                UPDATE site.s_product SET stock = stock - \(change.taken)::integer
                WHERE id = \(change.product) AND \(change.taken)::integer <> 0
            ), moved AS (
                INSERT INTO site.s_stock_move (product_id, delta, reason, order_id, actor_id)
                SELECT \(change.product)::bigint, -\(change.taken)::integer, 'sale', \(order.id)::bigint,
                    \(audit.principal.id)::bigint
                WHERE \(change.taken)::integer <> 0
            ), changed AS (
                UPDATE site.s_order
                SET total = \(total)::numeric, line_count = line_count + \(change.added)::integer,
                    updated_at = now(), version = version + 1
                WHERE id = \(order.id)
                RETURNING id
            ), audited AS (\(audit.insert(entity: "'order'", ids: "changed")))
            SELECT \(Self.lineColumns) FROM line
            """)
        return try rows.only()
    }
}

extension OrderRepository.LineChange {
    var product: Identifier<Product> {
        switch self {
        case .add(let product, _, _): product.id
        case .set(let line, _, _), .remove(let line): line.product
        }
    }

    /// Pieces that the change takes from the shelf; those that come back are negative.
    package var taken: Int {
        switch self {
        case .add(_, let quantity, _): quantity
        case .set(let line, let quantity, _): quantity - line.quantity
        case .remove(let line): -line.quantity
        }
    }

    /// Lines that the order has more.
    var added: Int {
        switch self {
        case .add: 1
        case .set: 0
        case .remove: -1
        }
    }

    fileprivate func statement(_ order: Identifier<Order>) -> SQL {
        let columns = OrderRepository.lineColumns
        switch self {
        case .add(let product, let quantity, let discount):
            return """
                INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price, discount)
                SELECT \(order)::bigint, coalesce(max(line_no), 0) + 1, \(product.id)::bigint, \(product.sku)::text,
                    \(product.name)::text, \(quantity)::integer, \(product.price)::numeric, \(discount)::numeric
                FROM site.s_order_item
                WHERE order_id = \(order)
                RETURNING \(columns)
                """
        case .set(let line, let quantity, let discount):
            return """
                UPDATE site.s_order_item
                SET quantity = \(quantity)::integer, discount = \(discount)::numeric
                WHERE id = \(line.id)
                RETURNING \(columns)
                """
        case .remove(let line): return "DELETE FROM site.s_order_item WHERE id = \(line.id) RETURNING \(columns)"
        }
    }
}
