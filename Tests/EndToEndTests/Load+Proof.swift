import Testing

extension Load {
    /// Compares the answers with what the database holds.
    func prove(_ answered: [String: Int64], in shop: Shop, atLeast count: Int) async throws {
        #expect(answered.count >= count)
        let rows = try await shop.psql("SELECT key, order_id FROM site.s_idempotency WHERE order_id IS NOT NULL")
        var kept: [String: Int64] = [:]
        for row in rows.split(separator: "\n") {
            let parts = row.split(separator: "|")
            kept[String(parts[0])] = Int64(parts[1])
        }
        for (key, order) in answered { #expect(kept[key] == order, "\(key)") }
        // A key that was never answered may have been placed; each order belongs to one key all the same.
        let orders = try await shop.psql("SELECT count(*) FROM site.s_order")
        #expect(Int(orders) == kept.count)
        let halves = try await shop.psql(
            """
            SELECT count(*) FROM site.s_order o WHERE total IS DISTINCT FROM
            (SELECT sum(quantity * price) FROM site.s_order_item i WHERE i.order_id = o.id)
            """)
        #expect(halves == "0")
        let verification = try await shop.oblik("verify")
        #expect(verification.code == 0, "\(verification.output)\(verification.errors)")
    }
}
