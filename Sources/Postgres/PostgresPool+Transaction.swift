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
        let connection = try await withTaskExecutorPreference(loop) { try await lease(toBegin: begin) }
        let value: Value
        do {
            value = try await body(PostgresTransaction(connection: connection))
        } catch {
            await giveBack(connection)
            throw error
        }
        try await withTaskExecutorPreference(loop) { try await commit(connection) }
        return value
    }

    // Leasing and beginning, and committing and giving back, are one visit to the loop's thread each.

    private func lease(toBegin begin: SQL) async throws -> PostgresConnection {
        let connection = try await lease()
        await connection.startTransaction(begin)
        return connection
    }

    /// Commits what the body has not committed itself, and takes the connection back, rolled back if need be.
    private func commit(_ connection: PostgresConnection) async throws {
        do {
            try await connection.finishTransaction()
            await giveBack(connection)
        } catch {
            await giveBack(connection)
            throw error
        }
    }
}
