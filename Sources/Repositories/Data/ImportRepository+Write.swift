import Domain
import Postgres

extension ImportRepository {
    /// Whether the tables can be filled without their indexes; see ``BulkLoad``.
    package func beginBulkLoad() async throws -> Bool {
        try await BulkLoad(session: session).beginIfPossible(BulkLoad.orderTables)
    }

    /// Puts the indexes back.
    package func endBulkLoad() async throws { try await BulkLoad(session: session).end() }

    /// Numbers the new orders in the order of time.
    package func numberOrders() async throws {
        try await session.run(
            """
            CREATE TEMP TABLE import_order ON COMMIT DROP AS
            SELECT \(newID("site.s_order")) AS id, invoice, reference, at, customer, total, line_count
            FROM (SELECT * FROM import_invoice WHERE state = 'new' ORDER BY at, first_line) AS invoice
            """)
        try await session.run("ANALYZE import_order")
    }

    /// Writes the customers that are new.
    /// - Returns: how many.
    package func writeCustomers() async throws -> Int {
        try await session.run(
            """
            CREATE TEMP TABLE import_customer ON COMMIT DROP AS
            SELECT coalesce(known.id, \(newID("site.s_user"))) AS id, known.id IS NULL AS is_new,
                customer.customer, customer.reference, line.country, customer.at
            FROM (
                SELECT o.customer, min(line.at) AS at, max(line.line) AS last_line, \("\(Self.origin)/")::text ||
                    CASE o.customer WHEN '' THEN 'walk-in' ELSE o.customer END AS reference
                FROM import_order o
                JOIN import_line line USING (invoice)
                GROUP BY o.customer
            ) AS customer
            JOIN import_line line ON line.line = customer.last_line
            LEFT JOIN site.s_user known ON known.reference = customer.reference
            """)
        return try await copyAll(
            page: { last in
                try await session.rows(
                    """
                    SELECT id, customer, reference, country, at
                    FROM import_customer
                    WHERE is_new AND abs(id) > \(last)::bigint
                    ORDER BY abs(id)
                    LIMIT 5000
                    """
                ).decoded(as: ImportedCustomer.self)
            },
            into: """
                COPY site.s_user (id, name, note, search, reference, created_at, updated_at)
                FROM STDIN WITH (FORMAT binary)
                """)
    }

    /// Writes the products that are new: each with its last description and its last price above zero.
    ///
    /// A product that the shop has already, by its code in any case, stays as it is. `stock` is what each new one has
    /// on hand afterwards.
    package func writeProducts(stock: Int) async throws -> Int {
        try await session.run(
            """
            CREATE TEMP TABLE import_product ON COMMIT DROP AS
            SELECT coalesce(known.id, \(newID("site.s_product"))) AS id, known.id IS NULL AS is_new,
                product.key, product.sku, coalesce(named.name, product.sku) AS name,
                coalesce(priced.price, 0) AS price, product.at, product.sold
            FROM (
                SELECT lower(code) AS key, min(code) AS sku, min(line.at) AS at, sum(quantity)::bigint AS sold,
                    max(line.line) FILTER (WHERE name <> '') AS named,
                    max(line.line) FILTER (WHERE price > 0) AS priced
                FROM import_line line
                JOIN import_order USING (invoice)
                GROUP BY 1
            ) AS product
            LEFT JOIN import_line named ON named.line = product.named
            LEFT JOIN import_line priced ON priced.line = product.priced
            LEFT JOIN site.s_product known ON lower(known.sku) = product.key
            """)
        try await session.run("ANALYZE import_product")
        return try await copyAll(
            page: { last in
                try await session.rows(
                    """
                    SELECT id, sku, name, price, at, \(stock)::integer AS stock
                    FROM import_product
                    WHERE is_new AND abs(id) > \(last)::bigint
                    ORDER BY abs(id)
                    LIMIT 5000
                    """
                ).decoded(as: ImportedProduct.self)
            },
            into: """
                COPY site.s_product (id, sku, name, price, stock, search, created_at, updated_at)
                FROM STDIN WITH (FORMAT binary)
                """)
    }

    /// Writes the orders.
    package func writeOrders() async throws {
        try await session.run(
            """
            INSERT INTO site.s_order (id, user_id, status, total, line_count, created_by, source, reference,
                created_at, updated_at)
            SELECT o.id, customer.id, 'shipped', o.total, o.line_count, \(principal.id)::bigint, 'importer',
                o.reference, o.at, o.at
            FROM import_order o
            JOIN import_customer customer USING (customer)
            ORDER BY o.id
            """)
    }

    /// Writes the lines: each row one, in the order of the file, with code and name as that row has them.
    package func writeLines() async throws {
        try await session.run(
            """
            INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price)
            SELECT o.id, row_number() OVER (PARTITION BY o.id ORDER BY line.line), product.id, line.code,
                coalesce(nullif(line.name, ''), product.name), line.quantity, line.price
            FROM import_line line
            JOIN import_order o USING (invoice)
            JOIN import_product product ON product.key = lower(line.code)
            ORDER BY o.id, line.line
            """)
    }

    /// Writes the ledger: for each product what came in before the first sale, then what each line took.
    ///
    /// The goods of old orders are brought in by the import itself, so that the stock of known products does not
    /// change, and that of new ones is `stock`. A change of more than 10⁹ pieces is written in several rows.
    package func writeLedger(stock: Int) async throws {
        try await session.run(
            """
            INSERT INTO site.s_stock_move (product_id, delta, reason, actor_id, note, at)
            SELECT id, least(1000000000, pieces - part * 1000000000), 'import', \(principal.id)::bigint,
                \("Goods of imported orders")::text, at
            FROM (
                SELECT id, at, sold + CASE WHEN is_new THEN \(stock)::bigint ELSE 0 END AS pieces
                FROM import_product
            ) AS product
            CROSS JOIN LATERAL generate_series(0, (pieces - 1) / 1000000000) AS part
            ORDER BY id, part
            """)
        try await session.run(
            """
            INSERT INTO site.s_stock_move (product_id, delta, reason, order_id, actor_id, at)
            SELECT item.product_id, -item.quantity, 'sale', item.order_id, \(principal.id)::bigint, o.at
            FROM import_order o
            JOIN site.s_order_item item ON item.order_id = o.id
            ORDER BY item.id
            """)
    }

    /// Writes one row to the audit log for the whole run.
    package func audit(orders: Int, lines: Int, file: String) async throws {
        try await session.audit(
            AuditEntry(
                principal, .importOrders,
                [.init("file", nil, file), .init("orders", nil, "\(orders)"), .init("lines", nil, "\(lines)")]))
    }

    /// Has the planner know what was written.
    package func analyze() async throws { try await session.analyze() }

    /// A fresh number for each row, or a negative one that is not taken from anybody.
    private func newID(_ table: String) -> SQL {
        isDryRun ? "-row_number() OVER ()" : "nextval(pg_get_serial_sequence(\(table)::text, 'id'))"
    }

    /// Copies the rows of all pages into a table.
    /// - Returns: how many.
    private func copyAll<Value: CopiedRow>(
        page: (_ last: Int64) async throws -> [Value], into sql: SQL
    ) async throws -> Int {
        var count = 0
        var rows = try await page(0)
        while let last = rows.last {
            var copy = BinaryCopy()
            for row in rows { row.add(to: &copy) }
            copy.finish()
            var chunk: [UInt8]? = copy.take()
            count += try await session.copy(sql) {
                defer { chunk = nil }
                return chunk
            }
            rows = try await page(abs(last.id))
        }
        return count
    }
}
