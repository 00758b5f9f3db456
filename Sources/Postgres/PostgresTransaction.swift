/// An open transaction: the statements sent through it take effect together, or not at all.
///
/// It is good until the body of ``PostgresPool/transaction(begin:_:)`` returns. Do not send BEGIN, COMMIT or ROLLBACK
/// as statements; ``commit(after:deadline:)`` commits early, and an error undoes everything.
public struct PostgresTransaction: Sendable {
    /// The connection that holds the transaction, for what is not offered here, such as COPY.
    public let connection: PostgresConnection

    /// Runs one statement and returns all of its rows.
    public func query(_ sql: SQL, deadline: Duration? = nil) async throws -> Rows {
        try await withTaskExecutorPreference(connection.loop) { try await connection.query(sql, deadline: deadline) }
    }

    /// Runs several statements in one round trip; see ``PostgresConnection/pipeline(_:deadline:)``.
    public func pipeline(_ statements: [SQL], deadline: Duration? = nil) async throws -> [Rows] {
        try await withTaskExecutorPreference(connection.loop) {
            try await connection.pipeline(statements, deadline: deadline)
        }
    }

    /// Runs one statement.
    /// - Returns: how many rows it affected.
    @discardableResult
    public func execute(_ sql: SQL, deadline: Duration? = nil) async throws -> Int {
        try await query(sql, deadline: deadline).affectedRows
    }

    /// Runs `statements` and commits, all in one round trip; nothing may follow in this transaction.
    ///
    /// - Returns: as many results as statements.
    /// - Throws: the error of the first statement that failed, or of the COMMIT itself. Cancelling the task does not
    ///   stop it.
    public func commit(after statements: [SQL] = [], deadline: Duration? = nil) async throws -> [Rows] {
        try await withTaskExecutorPreference(connection.loop) {
            try await connection.commit(after: statements, deadline: deadline)
        }
    }
}
