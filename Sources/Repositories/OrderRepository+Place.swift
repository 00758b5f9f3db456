package import Domain
package import Postgres

extension OrderRepository {
    /// What became of the placing statement.
    package enum PlaceOutcome: Sendable {
        case placed(Order)
        /// The key was used before, for `order`; whether for the same meaning is `matches`.
        case known(order: Identifier<Order>, matches: Bool)
        /// No such customer, or an archived one.
        case unknownCustomer
        /// Why not, line by line; nothing was written.
        case refused([PlaceProblem])
    }

    /// Places an order in one statement and one round trip: locks, checks, takes the stock, and writes order, lines,
    /// ledger, key and audit, or none of them.
    ///
    /// The products are locked in the order of their ids, so that two orders can't wait for each other, and
    /// `FOR NO KEY UPDATE`, which lets the foreign-key checks of other orders pass. The checks read the locked rows:
    /// after a wait those are the newest, whatever the statement's snapshot says. The key is claimed last; where
    /// another order with the same key is on its way, the claim waits for its end.
    ///
    /// `lock` is how products are locked; a test passes an empty fragment to see that it fails.
    /// - Returns: `nil` where the key was claimed by another while this statement ran: then ask
    ///   ``known(_:fingerprint:by:)``.
    package func place(
        _ request: PlaceOrder, fingerprint: [UInt8], audit: AuditEntry, lock: SQL = "ORDER BY id FOR NO KEY UPDATE"
    ) async throws -> PlaceOutcome? {
        let statement = Self.placing(request, fingerprint: fingerprint, audit: audit, lock: lock)
        return try Self.outcome(of: statement, rows: try await session.rows(statement), request)
    }

    private static func placing(
        _ request: PlaceOrder, fingerprint: [UInt8], audit: AuditEntry, lock: SQL
    ) -> SQL {
        """
        WITH request AS MATERIALIZED (
            SELECT *
            FROM unnest(
                \(request.lines.map(\.product.value))::bigint[], \(request.lines.map(\.quantity))::integer[],
                \(request.lines.map { $0.price?.description })::numeric[],
                \(request.lines.map(\.discount.description))::numeric[]
            ) WITH ORDINALITY AS line (product_id, quantity, told, discount, line_no)
        ), known AS MATERIALIZED (
            SELECT order_id, fingerprint = \(fingerprint)::bytea AS matches
            FROM site.s_idempotency
            WHERE actor_id = \(audit.principal.id) AND key = \(request.key.value)
        ), customer AS MATERIALIZED (
            SELECT id, name FROM site.s_user WHERE id = \(request.user) AND archived_at IS NULL FOR KEY SHARE
        ), locked AS MATERIALIZED (
            SELECT id, sku, name, price, stock, archived_at
            FROM site.s_product
            WHERE id = ANY (\(request.lines.map(\.product.value))::bigint[]) AND NOT EXISTS (SELECT FROM known)
            \(lock)
        ), problem AS MATERIALIZED (
            SELECT line.*, locked.sku, locked.name, locked.price, locked.stock,
                locked.id IS NULL OR locked.archived_at IS NOT NULL AS is_gone
            FROM request AS line
            LEFT JOIN locked ON locked.id = line.product_id
            WHERE NOT EXISTS (SELECT FROM known)
                AND (locked.id IS NULL OR locked.archived_at IS NOT NULL
                    OR locked.stock < line.quantity OR locked.price <> line.told)
        ), claim AS (
            INSERT INTO site.s_idempotency (actor_id, key, fingerprint, order_id)
            SELECT \(audit.principal.id), \(request.key.value), \(fingerprint)::bytea,
                nextval(pg_get_serial_sequence('site.s_order', 'id'))
            FROM customer
            WHERE NOT EXISTS (SELECT FROM known) AND NOT EXISTS (SELECT FROM problem)
            ON CONFLICT DO NOTHING
            RETURNING order_id
        ), taken AS (
            UPDATE site.s_product AS product
            SET stock = product.stock - line.quantity
            FROM request AS line
            CROSS JOIN claim
            WHERE product.id = line.product_id
            RETURNING product.id
        ), placed AS (
            INSERT INTO site.s_order (id, user_id, total, line_count, note, created_by, source)
            SELECT claim.order_id, \(request.user)::bigint,
                sum(site.line_total(locked.price, line.quantity, line.discount)), count(*), \(request.note)::text,
                \(audit.principal.id)::bigint, \(audit.principal.source.rawValue)::text
            FROM claim
            CROSS JOIN request AS line
            JOIN locked ON locked.id = line.product_id
            GROUP BY claim.order_id
            RETURNING id, total, created_at
        ), lines AS (
            INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price, discount)
            SELECT claim.order_id, line.line_no, locked.id, locked.sku, locked.name, line.quantity, locked.price,
                line.discount
            FROM claim
            CROSS JOIN request AS line
            JOIN locked ON locked.id = line.product_id
            ORDER BY line.line_no
            RETURNING id, line_no, product_id, sku, name, quantity, price, discount
        ), moved AS (
            INSERT INTO site.s_stock_move (product_id, delta, reason, order_id, actor_id)
            SELECT line.product_id, -line.quantity, 'sale', claim.order_id, \(audit.principal.id)::bigint
            FROM claim
            CROSS JOIN request AS line
        ), audited AS (\(audit.insert(entity: "'order'", ids: "placed")))
        SELECT 'line' AS kind, placed.id AS order_id, lines.line_no, lines.id AS line_id, lines.product_id, lines.sku,
            lines.name, lines.quantity, lines.price, lines.discount, NULL::integer AS stock, NULL::numeric AS told,
            false AS is_gone, placed.total, placed.created_at, customer.name AS customer, false AS matches
        FROM placed, lines, customer
        UNION ALL
        SELECT 'problem', NULL, problem.line_no, NULL, problem.product_id, problem.sku, problem.name,
            problem.quantity, problem.price, problem.discount, problem.stock, problem.told, problem.is_gone,
            NULL, NULL, NULL, false
        FROM problem
        UNION ALL
        SELECT 'known', order_id, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, NULL,
            matches
        FROM known
        UNION ALL
        SELECT 'no customer', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, NULL,
            false
        WHERE NOT EXISTS (SELECT FROM customer)
        ORDER BY line_no
        """
    }

    private static func outcome(of statement: SQL, rows: Rows, _ request: PlaceOrder) throws -> PlaceOutcome? {
        let kinds = try rows.map { row throws(RowError) in (row, try row["kind"] as String) }
        if let (row, _) = kinds.first(where: { $0.1 == "known" }) {
            return .known(order: try row["order_id"], matches: try row["matches"])
        }
        let problems = try kinds.filter { $0.1 == "problem" }.map { try PlaceProblem(row: $0.0) }
        if kinds.contains(where: { $0.1 == "no customer" }) { return .unknownCustomer }
        if !problems.isEmpty { return .refused(problems) }
        guard let (first, _) = kinds.first else { return nil }
        let moment: Moment = try first["created_at"]
        let lines = try kinds.map { pair throws(RowError) in try OrderLine(placed: pair.0) }
        return .placed(
            Order(
                id: try first["order_id"], user: request.user, customer: try first["customer"], status: .placed,
                total: try first["total"], note: request.note, createdAt: moment, updatedAt: moment, version: 1,
                lines: lines))
    }

    /// The order that `principal` placed with `key` before, and whether it meant the same.
    package func known(
        _ key: IdempotencyKey, fingerprint: [UInt8], by principal: Principal
    ) async throws -> (order: Identifier<Order>, matches: Bool)? {
        let rows = try await session.rows(
            """
            SELECT order_id, fingerprint = \(fingerprint)::bytea AS matches
            FROM site.s_idempotency
            WHERE actor_id = \(principal.id) AND key = \(key.value)
            """)
        return try rows.first.map { (try $0["order_id"], try $0["matches"]) }
    }
}

/// Why one line of an order can't be placed.
package struct PlaceProblem: RowDecodable, Hashable {
    package let product: Identifier<Product>
    /// Place of the line in the request, from 0.
    package let index: Int
    /// Whether there is no such product, or only an archived one.
    package let isGone: Bool
    package let shortage: Shortage?
    package let priceChange: PriceChange?

    init(product: Identifier<Product>, index: Int, isGone: Bool, shortage: Shortage?, priceChange: PriceChange?) {
        (self.product, self.index, self.isGone) = (product, index, isGone)
        (self.shortage, self.priceChange) = (shortage, priceChange)
    }

    package init(row: Row) throws(RowError) {
        let product: Identifier<Product> = try row["product_id"]
        let wanted = Int(try row["quantity"] as Int32)
        self.product = product
        index = Int(try row["line_no"] as Int64) - 1
        isGone = try row["is_gone"]
        guard !isGone else {
            (shortage, priceChange) = (nil, nil)
            return
        }
        let sku: String = try row["sku"]
        let stock = Int(try row["stock"] as Int32)
        let now: Money = try row["price"]
        let told: Money? = try row[optional: "told"]
        shortage =
            stock < wanted
            ? Shortage(product: product, sku: sku, name: try row["name"], wanted: wanted, available: stock) : nil
        priceChange = told.flatMap { $0 == now ? nil : PriceChange(product: product, sku: sku, told: $0, now: now) }
    }
}

extension OrderLine {
    /// Decodes a line of the placing statement.
    fileprivate init(placed row: Row) throws(RowError) {
        self.init(
            id: try row["line_id"], order: try row["order_id"], product: try row["product_id"], sku: try row["sku"],
            name: try row["name"], quantity: Int(try row["quantity"] as Int32), price: try row["price"],
            discount: try row["discount"])
    }
}
