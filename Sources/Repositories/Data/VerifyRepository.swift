package import Domain
package import Postgres

/// The SQL that proves the books, see ``BookRule``: each statement reads whole tables once and answers several rules.
///
/// All must run in one REPEATABLE READ transaction: orders that are placed meanwhile are then either seen with all
/// their rows or not at all.
package struct VerifyRepository: Sendable {
    let session: DataSession

    package init(_ session: DataSession) { self.session = session }

    package func prepare() async throws { try await session.prepare() }

    /// Has the planner walk the tables in the order of their orders and merge, or lets it choose.
    ///
    /// Lines and ledger lie in that order on the disk, so that walking along an index costs little; hashes of millions
    /// of groups take longer, and more memory than they are allowed.
    private func mergeInOrder(_ isOn: Bool) async throws {
        let methods: [SQL] =
            isOn
            ? [
                "SET LOCAL enable_hashagg = off", "SET LOCAL enable_hashjoin = off",
                "SET LOCAL random_page_cost = 1.1",
            ]
            : [
                "SET LOCAL enable_hashagg = on", "SET LOCAL enable_hashjoin = on",
                "SET LOCAL random_page_cost TO DEFAULT",
            ]
        _ = try await session.transaction.pipeline(methods)
    }

    /// Checks stock against the ledger.
    package func checkStock() async throws -> [BookCheck] {
        try await checks(
            of: """
                SELECT product.id, product.sku, product.stock, coalesce(ledger.stock, 0) AS ledger
                FROM site.s_product product
                LEFT JOIN (
                    SELECT product_id, sum(delta) AS stock FROM site.s_stock_move GROUP BY product_id
                ) AS ledger ON ledger.product_id = product.id
                WHERE product.stock <> coalesce(ledger.stock, 0) OR product.stock < 0
                """,
            [
                Verdict(
                    .stockEqualsLedger, "site.s_product", where: "stock <> ledger",
                    as: "format('product %s (%s): stock %s, ledger %s', id, sku, stock, ledger)"),
                Verdict(
                    .stockIsNotNegative, "site.s_product", where: "stock < 0",
                    as: "format('product %s (%s): stock %s', id, sku, stock)"),
            ])
    }

    /// Checks orders against their lines.
    package func checkOrders() async throws -> [BookCheck] {
        try await mergeInOrder(true)
        return try await checks(
            of: """
                SELECT o.id, o.total, o.line_count, coalesce(lines.total, 0) AS lines_total,
                    coalesce(lines.count, 0) AS lines_count
                FROM site.s_order o
                LEFT JOIN (
                    SELECT order_id, sum(site.line_total(price, quantity, discount)) AS total, count(*) AS count
                    FROM site.s_order_item
                    GROUP BY order_id
                ) AS lines ON lines.order_id = o.id
                WHERE o.total IS DISTINCT FROM lines.total OR o.line_count IS DISTINCT FROM lines.count
                """,
            [
                Verdict(
                    .ordersHaveLines, "site.s_order", where: "lines_count = 0", as: "format('order %s', id)"),
                Verdict(
                    .lineCountsAgree, "site.s_order", where: "lines_count > 0 AND line_count <> lines_count",
                    as: "format('order %s: says %s, has %s', id, line_count, lines_count)"),
                Verdict(
                    .totalsAgree, "site.s_order", where: "lines_count > 0 AND total <> lines_total",
                    as: "format('order %s: total %s, lines %s', id, total, lines_total)"),
            ])
    }

    /// Checks lines against the ledger: what was sold of each product by each order, and what came back.
    package func checkSales() async throws -> [BookCheck] {
        try await mergeInOrder(true)
        return try await checks(
            of: """
                SELECT coalesce(lines.order_id, moves.order_id) AS id,
                    coalesce(lines.product_id, moves.product_id) AS product_id, coalesce(ordered, 0) AS ordered,
                    coalesce(sold, 0) AS sold, coalesce(returned, 0) AS returned, coalesce(returns, 0) AS returns,
                    CASE WHEN is_cancelled THEN ordered ELSE 0 END AS due
                FROM (
                    SELECT item.order_id, item.product_id, bool_or(o.status = 'cancelled') AS is_cancelled,
                        sum(item.quantity) AS ordered
                    FROM site.s_order o
                    JOIN site.s_order_item item ON item.order_id = o.id
                    GROUP BY item.order_id, item.product_id
                ) AS lines
                FULL JOIN (
                    SELECT order_id, product_id, -sum(delta) FILTER (WHERE reason = 'sale') AS sold,
                        sum(delta) FILTER (WHERE reason = 'cancel') AS returned,
                        count(*) FILTER (WHERE reason = 'cancel') AS returns
                    FROM site.s_stock_move
                    WHERE order_id IS NOT NULL
                    GROUP BY order_id, product_id
                ) AS moves ON moves.order_id = lines.order_id AND moves.product_id = lines.product_id
                WHERE ordered IS DISTINCT FROM sold OR returns > 1
                    OR coalesce(returned, 0) <> CASE WHEN is_cancelled THEN ordered ELSE 0 END
                """,
            [
                Verdict(
                    .salesEqualLines, "site.s_order_item", where: "ordered <> sold",
                    as: "format('order %s, product %s: lines %s, ledger %s', id, product_id, ordered, sold)"),
                Verdict(
                    .cancellationsGiveBackOnce, "site.s_order", where: "returns > 1 OR returned <> due",
                    as: """
                        format('order %s, product %s: gave back %s in %s rows, due %s', id, product_id, returned,
                            returns, due)
                        """),
            ])
    }

    /// Checks idempotency keys, and the audit log.
    package func checkKeys() async throws -> [BookCheck] {
        try await mergeInOrder(false)
        let keys = try await checks(
            of: """
                SELECT key.order_id AS id, key.actor_id, o.id AS found, o.created_by
                FROM site.s_idempotency key
                LEFT JOIN site.s_order o ON o.id = key.order_id
                WHERE o.id IS NULL OR o.created_by IS DISTINCT FROM key.actor_id
                """,
            [
                Verdict(
                    .keysHaveOrders, "site.s_idempotency", where: "true",
                    as: """
                        CASE WHEN found IS NULL THEN format('key of person %s: no order %s', actor_id, id)
                            ELSE format('order %s: placed by %s, key of %s', id, created_by, actor_id) END
                        """)
            ])
        let orders = try await checks(
            of: """
                SELECT o.id, o.source, NOT EXISTS (SELECT FROM site.s_idempotency WHERE order_id = o.id) AS is_keyless,
                    NOT EXISTS (
                        SELECT FROM site.s_audit
                        WHERE entity = 'order' AND entity_id = o.id AND operation = \(OperationID.placeOrder.rawValue)
                    ) AS is_unaudited
                FROM site.s_order o
                WHERE o.source IN ('terminal', 'http')
                """,
            [
                Verdict(
                    .ordersHaveKeys, "(SELECT FROM site.s_order WHERE source IN ('terminal', 'http')) AS placed",
                    where: "is_keyless", as: "format('order %s (%s)', id, source)"),
                Verdict(
                    .ordersAreAudited, "(SELECT FROM site.s_order WHERE source IN ('terminal', 'http')) AS placed",
                    where: "is_unaudited", as: "format('order %s (%s)', id, source)"),
            ])
        return keys + orders
    }

    /// One rule over the rows of a suspicion.
    private struct Verdict {
        let rule: BookRule
        /// What is counted as examined.
        let examined: SQL
        let condition: SQL
        /// How a fault is told.
        let phrase: SQL

        init(_ rule: BookRule, _ examined: SQL, where condition: SQL, as phrase: SQL) {
            (self.rule, self.examined, self.condition, self.phrase) = (rule, examined, condition, phrase)
        }

        var sql: SQL {
            """
            SELECT \(rule.rawValue)::text AS rule, (SELECT count(*) FROM \(examined)) AS examined,
                (SELECT count(*) FROM suspect WHERE \(condition)) AS faults,
                ARRAY (SELECT \(phrase) FROM suspect WHERE \(condition) ORDER BY id LIMIT 10) AS examples
            """
        }
    }

    /// Finds the rows that may break a rule, and sorts them by the rules they break.
    private func checks(of suspects: SQL, _ verdicts: [Verdict]) async throws -> [BookCheck] {
        try await session.rows(
            "WITH suspect AS MATERIALIZED (\(suspects)) \(verdicts.map(\.sql).joined(" UNION ALL "))"
        ).decoded(as: BookCheck.self)
    }
}

extension BookCheck: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(
            rule: try row["rule"], examined: Int(try row["examined"] as Int64),
            faults: Int(try row["faults"] as Int64), examples: try row["examples"])
    }
}

extension BookRule: StoredAsText {}
