package import Domain
package import Postgres

/// The SQL of products.
package struct ProductRepository: Sendable {
    let session: any Session

    package init(_ session: any Session) { self.session = session }

    static let columns: SQL = "id, sku, barcode, name, price, stock, archived_at, created_at, updated_at, version"

    /// The product with `id`, or `nil`.
    package func find(_ id: Identifier<Product>) async throws -> Product? {
        try await session.first("SELECT \(Self.columns) FROM site.s_product WHERE id = \(id)")
    }

    /// The products with these ids, in no order.
    package func list(ids: [Identifier<Product>]) async throws -> [Product] {
        try await session.all(
            "SELECT \(Self.columns) FROM site.s_product WHERE id = ANY (\(ids.map(\.value))::bigint[])")
    }

    /// Locks the product's row until the transaction ends, and reads it.
    package func lock(_ id: Identifier<Product>) async throws -> Product? {
        try await session.first("SELECT \(Self.columns) FROM site.s_product WHERE id = \(id) FOR NO KEY UPDATE")
    }

    /// A page of products.
    package func list(_ request: ProductListRequest) async throws -> Page<Product> {
        let keyset = KeysetQuery(request, Self.column)
        var conditions = Self.conditions(request.filter)
        conditions.add(keyset.bound)
        let rows = try await session.all(
            """
            SELECT \(Self.columns), \(keyset.keys)
            FROM site.s_product
            WHERE \(conditions.sql)
            \(keyset.order)
            """, as: Placed<Product>.self)
        return keyset.page(rows)
    }

    /// The product whose code or barcode is exactly `code`, in any case.
    package func find(code: String) async throws -> Product? {
        try await session.first(
            """
            SELECT \(Self.columns)
            FROM site.s_product
            WHERE (lower(sku) = lower(\(code)) OR lower(barcode) = lower(\(code))) AND archived_at IS NULL
            ORDER BY lower(sku) = lower(\(code)) DESC, id
            LIMIT 1
            """)
    }

    /// The products that have `code` as their code or barcode, in any case, archived ones too; by id.
    package func list(bearing code: String) async throws -> [Product] {
        try await session.all(
            """
            SELECT \(Self.columns)
            FROM site.s_product
            WHERE lower(sku) = lower(\(code)) OR lower(barcode) = lower(\(code))
            ORDER BY id
            """)
    }

    /// The products that `text` may mean, best first: its code, codes that begin with it, names with its words.
    ///
    /// The bounds with `~>=~` find the beginning of a code through its index in a generic plan too, where the
    /// planner can't see a LIKE pattern.
    package func suggest(_ text: String, limit: Int) async throws -> [Product] {
        let code = Text.trim(text).lowercased()
        let end = code + "\u{10FFFF}"
        var words = Conditions()
        words.add(words: text, in: "search")
        return try await session.all(
            """
            SELECT \(Self.columns)
            FROM (
                SELECT *
                FROM site.s_product
                WHERE archived_at IS NULL AND (
                    (lower(sku) ~>=~ \(code) AND lower(sku) ~<~ \(end))
                    OR lower(barcode) = \(code) OR (\(words.sql)))
                LIMIT 500
            ) AS candidate
            ORDER BY (lower(sku) = \(code) OR lower(barcode) = \(code)) IS TRUE DESC,
                (lower(sku) ~>=~ \(code) AND lower(sku) ~<~ \(end)) DESC, sku, id
            LIMIT \(limit)
            """)
    }

    /// Writes a new product, the first row of its ledger and its row in the audit log, in one statement.
    package func insert(_ new: NewProduct, audit: AuditEntry) async throws -> Product {
        let rows = try await session.rows(
            """
            WITH added AS (
                INSERT INTO site.s_product (sku, barcode, name, price, stock, search)
                VALUES (\(new.sku), \(new.barcode), \(new.name), \(new.price)::numeric, \(new.stock)::integer,
                    \(SearchText.fold(new.sku, new.barcode, new.name)))
                RETURNING \(Self.columns)
            ), opened AS (
                INSERT INTO site.s_stock_move (product_id, delta, reason, actor_id)
                SELECT id, stock, 'opening', \(audit.principal.id)::bigint FROM added WHERE stock > 0
            ), audited AS (\(audit.insert(entity: "'product'", ids: "added")))
            SELECT \(Self.columns) FROM added
            """)
        return try rows.only()
    }

    /// Writes the fields of `product` over its row, stock excepted, and adds 1 to its version.
    package func update(_ product: Product, audit: AuditEntry) async throws -> Product {
        let rows = try await session.rows(
            """
            WITH changed AS (
                UPDATE site.s_product
                SET sku = \(product.sku), barcode = \(product.barcode), name = \(product.name),
                    price = \(product.price)::numeric,
                    search = \(SearchText.fold(product.sku, product.barcode, product.name)),
                    updated_at = now(), version = version + 1
                WHERE id = \(product.id)
                RETURNING \(Self.columns)
            ), audited AS (\(audit.insert(entity: "'product'", ids: "changed")))
            SELECT \(Self.columns) FROM changed
            """)
        return try rows.only()
    }

    /// Archives or restores a product; `nil` where there is none or nothing changes.
    package func setArchived(
        _ isArchived: Bool, _ id: Identifier<Product>, audit: AuditEntry
    ) async throws -> Product? {
        try await session.setArchived(
            isArchived, id, in: "site.s_product", columns: Self.columns, entity: "'product'", audit: audit)
    }
}

extension Product: RowDecodable {
    /// Decodes ``ProductRepository/columns``.
    package init(row: Row) throws(RowError) {
        self.init(
            id: try row["id"], sku: try row["sku"], barcode: try row[optional: "barcode"], name: try row["name"],
            price: try row["price"], stock: Int(try row["stock"] as Int32),
            archivedAt: try row[optional: "archived_at"], createdAt: try row["created_at"],
            updatedAt: try row["updated_at"], version: Int(try row["version"] as Int32))
    }
}
