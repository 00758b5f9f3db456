import Postgres

/// What fills the tables before plans are asked for: enough rows for an index to be worth its while.
enum PlanRows {
    /// 20,000 customers, 20,000 products and 20,000 orders.
    static let lists: [SQL] = [
        """
        INSERT INTO site.s_user (name, email, search)
        SELECT 'Customer ' || n, n || '@example.com', 'customer ' || n FROM generate_series(1, 20000) AS n
        """,
        """
        INSERT INTO site.s_product (sku, name, price, search)
        SELECT 'P-' || n, 'Product ' || n, n, 'p-' || n FROM generate_series(1, 20000) AS n
        """,
        """
        INSERT INTO site.s_order (user_id, total, line_count, status, source, created_at)
        SELECT 1 + n % 20000, n, 1, CASE WHEN n > 19000 THEN 'placed' ELSE 'shipped' END, 'importer',
            timestamptz '2025-07-01' + n * interval '30 minutes'
        FROM generate_series(1, 20000) AS n
        """,
        """
        INSERT INTO site.s_stock_move (product_id, delta, reason)
        SELECT n, 1, 'opening' FROM generate_series(1, 20000) AS n
        """,
        "VACUUM (ANALYZE) site.s_user, site.s_product, site.s_order, site.s_stock_move",
    ]

    /// 20,000 customers, 500 products, 20,000 orders of one line.
    static let statements: [SQL] = [
        """
        INSERT INTO site.s_user (name, search)
        SELECT 'Customer ' || n, md5(n::text) FROM generate_series(1, 20000) AS n
        """,
        """
        INSERT INTO site.s_product (sku, name, price, search)
        SELECT 'P-' || n, 'Product ' || n, n, 'p-' || n FROM generate_series(1, 500) AS n
        """,
        """
        INSERT INTO site.s_order (user_id, total, line_count, source, created_at)
        SELECT 1 + n % 20000, 10, 1, 'importer', timestamptz '2025-07-01' + n * interval '30 minutes'
        FROM generate_series(1, 20000) AS n
        """,
        """
        INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price)
        SELECT id, 1, 1 + id % 500, 'P', 'Product', 1, 10 FROM site.s_order
        """,
        "ANALYZE site.s_user, site.s_product, site.s_order, site.s_order_item",
    ]
}
