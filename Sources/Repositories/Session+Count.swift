package import Domain
import Postgres

extension Session {
    /// How many rows of a table fulfil a condition.
    ///
    /// An estimate is exact up to 10,000; beyond, it is what the planner expects.
    func count(in table: SQL, _ condition: SQL, _ precision: CountPrecision) async throws -> Int {
        if precision == .exact { return try await number("SELECT count(*) AS count FROM \(table) WHERE \(condition)") }
        let few = 10_000
        let counted = try await number(
            """
            SELECT count(*) AS count
            FROM (SELECT FROM \(table) WHERE \(condition) LIMIT \(few + 1)) AS counted
            """)
        if counted <= few { return counted }
        let plan = try await rows("EXPLAIN SELECT FROM \(table) WHERE \(condition)")
        let line: String = try plan.first?["QUERY PLAN"] ?? ""
        let expected = line.firstRange(of: "rows=").flatMap { Int(line[$0.upperBound...].prefix(while: \.isNumber)) }
        return max(expected ?? 0, counted)
    }

    private func number(_ sql: SQL) async throws -> Int {
        guard let row = try await rows(sql).first else { throw MissingRow() }
        return Int(try row["count"] as Int64)
    }
}

extension UserRepository {
    /// How many users a list has on all its pages.
    package func count(_ filter: UserFilter, _ precision: CountPrecision) async throws -> Int {
        try await session.count(in: "site.s_user", Self.conditions(filter).sql, precision)
    }
}

extension ProductRepository {
    /// How many products a list has on all its pages.
    package func count(_ filter: ProductFilter, _ precision: CountPrecision) async throws -> Int {
        try await session.count(in: "site.s_product", Self.conditions(filter).sql, precision)
    }
}

extension OrderRepository {
    /// How many orders a list has on all its pages.
    package func count(_ filter: OrderFilter, _ precision: CountPrecision) async throws -> Int {
        try await session.count(in: "site.s_order", try await conditions(filter).sql, precision)
    }

    /// How many lines a list has on all its pages.
    package func count(_ filter: OrderLineFilter, _ precision: CountPrecision) async throws -> Int {
        try await session.count(in: "site.s_order_item", Self.conditions(filter).sql, precision)
    }
}

extension StockRepository {
    /// How many rows of the ledger a list has on all its pages.
    package func count(_ filter: StockMoveFilter, _ precision: CountPrecision) async throws -> Int {
        try await session.count(in: "site.s_stock_move", try await conditions(filter).sql, precision)
    }
}
