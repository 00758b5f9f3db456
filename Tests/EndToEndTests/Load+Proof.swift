import Testing

extension Load {
    /// Compares the answers with what the database holds.
    func prove(_ answered: [String: Int64], in shop: Shop, atLeast count: Int) async throws {
        #expect(answered.count >= count)
        #expect(try await Self.losses(of: answered) { try await shop.psql($0) } == [])
        let verification = try await shop.oblik("verify")
        #expect(verification.code == 0, "\(verification.output)\(verification.errors)")
    }

    /// What contradicts the answers that were given: an order that is gone or another one, one too many, one that is
    /// not whole, and stock that is not what was sold.
    static func losses(
        of answered: [String: Int64], asking psql: (String) async throws -> String
    ) async throws -> [String] {
        var losses: [String] = []
        let rows = try await psql("SELECT key, order_id FROM site.s_idempotency WHERE order_id IS NOT NULL")
        var kept: [String: Int64] = [:]
        for row in rows.split(separator: "\n") {
            let parts = row.split(separator: "|")
            kept[String(parts[0])] = Int64(parts[1])
        }
        for (key, order) in answered where kept[key] != order {
            losses.append("\(key): \(order) was answered, there is \(kept[key].map { "\($0)" } ?? "none")")
        }
        // A key that was never answered may have been placed; each order belongs to one key all the same.
        let orders = try await psql("SELECT count(*) FROM site.s_order")
        if Int(orders) != kept.count { losses.append("\(orders) orders have \(kept.count) keys") }
        let halves = try await psql(
            """
            SELECT count(*) FROM site.s_order o WHERE total IS DISTINCT FROM
            (SELECT sum(quantity * price) FROM site.s_order_item i WHERE i.order_id = o.id)
            """)
        if halves != "0" { losses.append("\(halves) orders are not whole") }
        let wrong = try await psql(
            """
            SELECT count(*) FROM site.s_product p WHERE stock <>
            (SELECT sum(delta) FROM site.s_stock_move WHERE product_id = p.id)
            """)
        if wrong != "0" { losses.append("\(wrong) products contradict their ledger") }
        return losses
    }
}
