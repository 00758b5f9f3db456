/// What somebody else does to the database meanwhile, as SQL.
enum DatabaseWalkNews {
    static func any(_ dice: inout some RandomNumberGenerator) -> String {
        let user = Int.random(in: 1...700, using: &dice)
        let product = Int.random(in: 1...300, using: &dice)
        let number = Int.random(in: 1...1_000_000_000, using: &dice)
        let news = [
            "UPDATE site.s_user SET phone = '+38067\(number)', version = version + 1 WHERE id = \(user)",
            "UPDATE site.s_user SET name = 'User \(number)', version = version + 1 WHERE id = \(user)",
            "UPDATE site.s_product SET price = price + 1, version = version + 1 WHERE id = \(product)",
            "UPDATE site.s_product SET stock = stock + 5 WHERE id = \(product)",
            "INSERT INTO site.s_user (name, search) VALUES ('User \(number)', 'user \(number)')",
            """
            INSERT INTO site.s_product (sku, name, price, search)
            VALUES ('N-\(number)', 'New \(number)', 5, 'n-\(number)') ON CONFLICT DO NOTHING
            """,
            """
            UPDATE site.s_order SET note = 'n\(number)', version = version + 1
            WHERE id = (SELECT max(id) FROM site.s_order)
            """,
        ]
        return news.randomElement(using: &dice) ?? ""
    }

    /// Ends every other session of the database.
    static let end = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'
        """
}
