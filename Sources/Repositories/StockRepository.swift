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
    package func moves(_ request: StockMoveListRequest) async throws -> Page<StockMove> {
        let keyset = KeysetQuery(request, column: "id", type: "bigint")
        var conditions = Conditions()
        conditions.add(request.filter.product) { "product_id = \($0)" }
        conditions.add(request.filter.order) { "order_id = \($0)" }
        conditions.add(keyset.bound)
        let rows = try await session.all(
            """
            SELECT id, product_id, delta, reason, order_id, actor_id, note, at, id::text AS sort_key
            FROM site.s_stock_move
            WHERE \(conditions.sql)
            \(keyset.order)
            """, as: Placed<StockMove>.self)
        return keyset.page(rows)
    }
}

extension StockMove: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(
            id: try row["id"], product: try row["product_id"], delta: Int(try row["delta"] as Int32),
            reason: try row["reason"], order: try row[optional: "order_id"], actor: try row[optional: "actor_id"],
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
