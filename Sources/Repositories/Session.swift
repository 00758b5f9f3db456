package import Postgres

/// Whatever runs statements: a pool, where each is a transaction of its own, or one open transaction.
package protocol Session: Sendable {
    /// The rows of one statement.
    func rows(_ sql: SQL) async throws -> Rows
}

extension PostgresPool: Session {
    package func rows(_ sql: SQL) async throws -> Rows { try await query(sql) }
}

extension PostgresTransaction: Session {
    package func rows(_ sql: SQL) async throws -> Rows { try await query(sql) }
}

extension PostgresConnection: Session {
    package func rows(_ sql: SQL) async throws -> Rows { try await query(sql) }
}

extension Session {
    /// All rows, decoded.
    func all<Value: RowDecodable>(_ sql: SQL, as type: Value.Type = Value.self) async throws -> [Value] {
        try await rows(sql).decoded(as: type)
    }

    /// The first row, decoded, or `nil` where there is none.
    func first<Value: RowDecodable>(_ sql: SQL, as type: Value.Type = Value.self) async throws -> Value? {
        try await rows(sql).first.map { row throws(RowError) in try Value(row: row) }
    }
}
