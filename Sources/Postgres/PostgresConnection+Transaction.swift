import CLibPQ

extension PostgresConnection {
    /// Has `begin` sent with the next statement.
    func startTransaction(_ begin: SQL) { transaction = .due(begin) }

    /// Runs `statements` and COMMIT in one round trip.
    ///
    /// Cancelling the task does not stop it: the answer to COMMIT is worth more than the time.
    /// - Returns: as many results as statements.
    /// - Throws: the error of the statement that failed, or of COMMIT; then everything is undone, unless the error says
    ///   that the outcome is unknown.
    func commit(after statements: [SQL], deadline: Duration?) async throws -> [Rows] {
        guard !statements.isEmpty || transaction == .begun else {
            transaction = .over
            return []
        }
        let patience = Patience(deadline ?? options.deadline, heedsCancellation: false)
        let results = try await perform(statements + ["COMMIT"], patience)
        transaction = .over
        // PostgreSQL answers a COMMIT in a failed transaction with success, and rolls back.
        guard let last = results.last, last.commandTag == "COMMIT" else {
            throw PostgresError(
                .server, "The transaction had failed, so that it was rolled back instead of committed.",
                sqlState: .inFailedTransaction, statement: "COMMIT")
        }
        return results.dropLast()
    }

    /// Commits the transaction unless that has been done.
    func finishTransaction() async throws {
        if transaction != .over { _ = try await commit(after: [], deadline: nil) }
        transaction = .none
    }

    /// Undoes the transaction, if there is one, also when the task is cancelled; closes the session if it can't.
    func rollBack() async {
        defer { transaction = .none }
        if case .due = transaction { return }
        transaction = .none
        guard let handle else { return }
        switch PQtransactionStatus(handle) {
        case PQTRANS_IDLE: return
        case PQTRANS_INTRANS, PQTRANS_INERROR:
            do {
                _ = try await perform(["ROLLBACK"], Patience(.seconds(5), heedsCancellation: false))
            } catch {
                shut(PostgresError(.connectionLost, "The session could not be rolled back: \(error)"))
            }
        default: shut(PostgresError(.connectionLost, "The session was left in the middle of a statement."))
        }
    }

    /// What comes after COMMIT would not be part of the transaction, though it looks like it.
    func checkPhase() throws(PostgresError) {
        guard transaction != .over else {
            throw PostgresError(.closed, "The transaction is committed; nothing can follow in it.")
        }
    }

    /// Whether the effect of `statements` is unknown if their answer is lost.
    ///
    /// Inside of a transaction it is known until
    /// the transaction is to be ended: the server undoes what was not committed.
    func isUncertain(_ statements: [SQL]) -> Bool {
        guard transaction == .begun else { return true }
        return statements.contains { sql in
            let start = sql.text.utf8.drop { $0 == 0x20 || $0 == 0x0A }.prefix(7).map { $0 & 0xDF }
            return ["COMMIT", "END", "PREPARE"].contains { start.starts(with: $0.utf8) }
        }
    }
}
