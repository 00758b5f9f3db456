extension PostgresPool {
    /// Runs `body` between BEGIN and COMMIT; an error that it throws undoes all it did.
    ///
    /// BEGIN travels with the first statement, so it costs no round trip; a body that sends nothing costs none at all.
    /// When the task is cancelled, the rollback is done all the same. `body` runs where its caller runs, not on the
    /// loop.
    /// - Parameters:
    ///   - begin: how to begin, such as `BEGIN ISOLATION LEVEL SERIALIZABLE`.
    ///   - body: what to do. An error of a statement must leave it, since PostgreSQL takes no further statements then.
    /// - Returns: what `body` returns.
    /// - Throws: what `body` throws, or the error of the COMMIT. Only the COMMIT can have an unknown outcome.
    public nonisolated func transaction<Value>(
        begin: SQL = "BEGIN", _ body: (PostgresTransaction) async throws -> Value
    ) async throws -> Value {
        try await withConnection { connection in
            await connection.startTransaction(begin)
            do {
                let value = try await body(PostgresTransaction(connection: connection))
                try await connection.finishTransaction()
                return value
            } catch {
                await connection.rollBack()
                throw error
            }
        }
    }
}

extension PostgresConnection {
    /// Commits what the body has not committed itself.
    func finishTransaction() async throws {
        if transaction != .over { _ = try await commit(after: [], deadline: nil) }
        transaction = .none
    }
}
