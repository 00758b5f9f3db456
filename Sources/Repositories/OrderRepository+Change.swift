package import Domain
import Postgres

extension OrderRepository {
    /// Locks the order's row until the transaction ends, and reads it.
    ///
    /// Every change of an order begins here.
    package func lock(_ id: Identifier<Order>) async throws -> OrderSummary? {
        try await session.first(
            """
            SELECT \(Self.summaryColumns)
            FROM site.s_order o
            JOIN site.s_user u ON u.id = o.user_id
            WHERE o.id = \(id)
            FOR NO KEY UPDATE OF o
            """)
    }

    /// Writes status and note over a locked order, and adds 1 to its version.
    package func update(
        _ id: Identifier<Order>, status: OrderStatus, note: String?, audit: AuditEntry
    ) async throws {
        _ = try await session.rows(
            """
            WITH changed AS (
                UPDATE site.s_order
                SET status = \(status), note = \(note), updated_at = now(), version = version + 1
                WHERE id = \(id)
                RETURNING id
            )
            \(audit.insert(entity: "'order'", ids: "changed"))
            """)
    }

    /// Puts the goods of a locked order back on the shelf, and says so in the ledger.
    ///
    /// The products are locked in the order of their ids, as everywhere; the unique index on the ledger's
    /// cancellations refuses a second time.
    package func giveBack(_ id: Identifier<Order>, as principal: Principal) async throws {
        _ = try await session.rows(
            """
            SELECT id
            FROM site.s_product
            WHERE id IN (SELECT product_id FROM site.s_order_item WHERE order_id = \(id))
            ORDER BY id
            FOR NO KEY UPDATE
            """)
        _ = try await session.rows(
            """
            WITH given AS (
                SELECT product_id, sum(quantity)::integer AS quantity
                FROM site.s_order_item
                WHERE order_id = \(id)
                GROUP BY product_id
            ), returned AS (
                UPDATE site.s_product AS product
                SET stock = product.stock + given.quantity
                FROM given
                WHERE product.id = given.product_id
            )
            INSERT INTO site.s_stock_move (product_id, delta, reason, order_id, actor_id)
            SELECT product_id, quantity, 'cancel', \(id)::bigint, \(principal.id)::bigint FROM given
            """)
    }
}
