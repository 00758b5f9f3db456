package import Domain
package import Postgres

/// The SQL that counts the rows of lists, however many there are.
///
/// It asks the pool and no session: a count has a deadline of its own, which connections have and transactions do not.
package struct CountRepository: Sendable {
    /// How long somebody may wait for a number.
    package static let deadline = Duration.seconds(5)

    /// Up to here estimates are exact.
    private static let few = 10_000

    private let pool: PostgresPool

    package init(_ pool: PostgresPool) { self.pool = pool }

    /// How many users a list has; `nil` where counting them takes longer than ``deadline``.
    package func count(_ filter: UserFilter, _ precision: CountPrecision) async throws -> Int? {
        try await count("site.s_user", UserRepository.conditions(filter), precision)
    }

    /// How many products a list has, likewise.
    package func count(_ filter: ProductFilter, _ precision: CountPrecision) async throws -> Int? {
        try await count("site.s_product", ProductRepository.conditions(filter), precision)
    }

    /// How many orders a list has, likewise.
    package func count(_ filter: OrderFilter, _ precision: CountPrecision) async throws -> Int? {
        try await count("site.s_order", await OrderRepository(pool).conditions(filter), precision)
    }

    /// How many lines a list has, likewise.
    package func count(_ filter: OrderLineFilter, _ precision: CountPrecision) async throws -> Int? {
        try await count("site.s_order_item", OrderRepository.conditions(filter), precision)
    }

    /// How many moves a list has, likewise.
    package func count(_ filter: StockMoveFilter, _ precision: CountPrecision) async throws -> Int? {
        try await count("site.s_stock_move", await StockRepository(pool).conditions(filter), precision)
    }

    /// How many entries a list has, likewise.
    package func count(_ filter: AuditFilter, _ precision: CountPrecision) async throws -> Int? {
        try await count("site.s_audit", AuditRepository.conditions(filter), precision)
    }

    private func count(_ table: SQL, _ conditions: Conditions, _ precision: CountPrecision) async throws -> Int? {
        do {
            return switch precision {
            case .exact: try await number("SELECT count(*) AS count FROM \(table) WHERE \(conditions.sql)")
            case .estimated: try await estimate(table, conditions.sql)
            }
        } catch let error as PostgresError where error.kind == .deadlineExceeded {
            return nil
        }
    }

    /// The number itself where it is small; beyond, what the planner expects.
    private func estimate(_ table: SQL, _ condition: SQL) async throws -> Int {
        let counted = try await number(
            """
            SELECT count(*) AS count
            FROM (SELECT FROM \(table) WHERE \(condition) LIMIT \(Self.few + 1)) AS counted
            """)
        if counted <= Self.few { return counted }
        let plan = try await pool.query("EXPLAIN SELECT FROM \(table) WHERE \(condition)", deadline: Self.deadline)
        let line: String = try plan.first?["QUERY PLAN"] ?? ""
        let expected = line.firstRange(of: "rows=").flatMap { Int(line[$0.upperBound...].prefix(while: \.isNumber)) }
        return max(expected ?? 0, counted)
    }

    private func number(_ sql: SQL) async throws -> Int {
        guard let row = try await pool.query(sql, deadline: Self.deadline).first else { throw MissingRow() }
        return Int(try row["count"] as Int64)
    }
}
