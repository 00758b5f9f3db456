package import Domain
package import Postgres

/// The SQL of stock and its ledger.
package struct StockRepository: Sendable {
    let session: any Session

    package init(_ session: any Session) { self.session = session }

    /// Changes the stock of one product, its ledger and the audit log, in one statement.
    ///
    /// - Returns: the product after the change, or before it where the stock would leave its range; `nil` where
    ///   there is no such product.
    package func adjust(
        _ adjustment: StockAdjustment, audit: AuditEntry
    ) async throws -> (isChanged: Bool, product: Product)? {
        let columns = ProductRepository.columns
        let row = try await session.first(
            """
            WITH locked AS MATERIALIZED (
                SELECT * FROM site.s_product WHERE id = \(adjustment.product) FOR NO KEY UPDATE
            ), changed AS (
                UPDATE site.s_product AS product
                SET stock = product.stock + \(adjustment.delta)::integer, updated_at = now()
                FROM locked
                WHERE product.id = locked.id
                    AND locked.stock::bigint + \(adjustment.delta)::bigint
                        BETWEEN \(Stock.range.lowerBound)::bigint AND \(Stock.range.upperBound)::bigint
                RETURNING product.*
            ), moved AS (
                INSERT INTO site.s_stock_move (product_id, delta, reason, actor_id, note)
                SELECT id, \(adjustment.delta)::integer, \(adjustment.reason)::text,
                    \(audit.principal.id)::bigint, \(adjustment.note)::text
                FROM changed
            ), audited AS (\(audit.insert(entity: "'product'", ids: "changed")))
            SELECT true AS is_changed, \(columns) FROM changed
            UNION ALL
            SELECT false, \(columns) FROM locked WHERE NOT EXISTS (SELECT FROM changed)
            """, as: AdjustedProduct.self)
        return row.map { ($0.isChanged, $0.product) }
    }

    /// A page of the ledger.
    ///
    /// The rows are picked first and joined to their products and people afterwards, as with orders.
    package func moves(_ request: StockMoveListRequest) async throws -> Page<StockMove> {
        let keyset = Self.keyset(request)
        var conditions = try await conditions(request.filter)
        conditions.add(keyset.bound)
        return keyset.page(try await session.all(Self.page(keyset, conditions.sql)))
    }

    static func keyset(_ request: StockMoveListRequest) -> KeysetQuery { KeysetQuery(request) { _ in .id } }

    static func page(_ keyset: KeysetQuery, _ conditions: SQL) -> SQL {
        """
        SELECT o.*, product.sku, product.name, actor.name AS actor_name
        FROM (
            SELECT id, product_id, delta, reason, order_id, actor_id, note, at, \(keyset.keys)
            FROM site.s_stock_move
            WHERE \(conditions)
            \(keyset.order)
        ) AS o
        CROSS JOIN LATERAL (SELECT sku, name FROM site.s_product WHERE id = o.product_id OFFSET 0) AS product
        LEFT JOIN LATERAL (SELECT name FROM site.s_user WHERE id = o.actor_id OFFSET 0) AS actor ON true
        ORDER BY \(keyset.outerSort)
        """
    }
}

extension StockMove: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(
            id: try row["id"], product: try row["product_id"], sku: try row["sku"], name: try row["name"],
            delta: Int(try row["delta"] as Int32), reason: try row["reason"], order: try row[optional: "order_id"],
            actor: try row[optional: "actor_id"], actorName: try row[optional: "actor_name"],
            note: try row[optional: "note"], at: try row["at"])
    }
}

private struct AdjustedProduct: RowDecodable {
    let isChanged: Bool
    let product: Product

    init(row: Row) throws(RowError) {
        isChanged = try row["is_changed"]
        product = try Product(row: row)
    }
}
