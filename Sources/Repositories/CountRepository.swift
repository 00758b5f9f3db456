package import Domain
package import Postgres

/// The SQL that counts the rows of lists, however many there are.
package struct CountRepository: Sendable {
    /// How long somebody may wait for a number.
    package static let deadline = Duration.seconds(5)

    private let pool: PostgresPool

    package init(_ pool: PostgresPool) { self.pool = pool }

    /// How many users a list has; `nil` where counting them takes longer than ``deadline``.
    package func count(_ filter: UserFilter) async throws -> Int? {
        try await count("site.s_user", UserRepository.conditions(filter))
    }

    /// How many products a list has, likewise.
    package func count(_ filter: ProductFilter) async throws -> Int? {
        try await count("site.s_product", ProductRepository.conditions(filter))
    }

    /// How many orders a list has, likewise.
    package func count(_ filter: OrderFilter) async throws -> Int? {
        try await count("site.s_order", await OrderRepository(pool).conditions(filter))
    }

    /// How many moves a list has, likewise.
    package func count(_ filter: StockMoveFilter) async throws -> Int? {
        try await count("site.s_stock_move", await StockRepository(pool).conditions(filter))
    }

    /// How many entries a list has, likewise.
    package func count(_ filter: AuditFilter) async throws -> Int? {
        try await count("site.s_audit", AuditRepository.conditions(filter))
    }

    private func count(_ table: SQL, _ conditions: Conditions) async throws -> Int? {
        do {
            let rows = try await pool.query(
                "SELECT count(*) AS count FROM \(table) WHERE \(conditions.sql)", deadline: Self.deadline)
            return Int(try rows[0]["count"] as Int64)
        } catch let error as PostgresError where error.kind == .deadlineExceeded {
            return nil
        }
    }
}
