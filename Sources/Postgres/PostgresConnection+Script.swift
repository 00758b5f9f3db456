import CLibPQ

extension PostgresConnection {
    /// Runs several statements, separated by semicolons, and drops their rows.
    ///
    /// They are sent as they are, without parameters, and are one transaction unless they manage one themselves.
    /// - Throws: the error of the first statement that failed, with its ``PostgresError/position`` in `text`.
    public func script(_ text: String, deadline: Duration? = nil) async throws {
        let text = try checked(text)
        let patience = Patience(deadline ?? options.deadline)
        try await takeTurn()
        defer { endTurn() }
        try await beginIfDue(patience)
        try Task.checkCancellation()
        let handle = try leavePipeline()
        guard PQsendQuery(handle, text) == 1 else { throw lose() }
        var failure: PostgresError?
        let interruption = try await settle(patience, isUncertain: true) { patience in
            while let result = try await nextPlainResult(patience, failure) {
                defer { PQclear(result) }
                try skipCopy(result)
                guard isError(result), failure == nil else { continue }
                failure = PostgresError(result, statement: text)
            }
        }
        try enterPipeline()
        if let failure { throw outcome(failure, interruption) }
    }

    /// A script has no data to copy: the server is told so, and answers with an error.
    private func skipCopy(_ result: OpaquePointer) throws {
        switch PQresultStatus(result) {
        case PGRES_COPY_IN: _ = PQputCopyEnd(try live(), "a script has no data to copy")
        case PGRES_COPY_OUT, PGRES_COPY_BOTH:
            let message = "A script can't take the data of COPY; the session can't go on."
            shut(PostgresError(.closed, message))
            throw PostgresError(.closed, message)
        default: break
        }
    }

    /// Sends the BEGIN that may be due, where it can't travel with the statement.
    func beginIfDue(_ patience: Patience) async throws {
        try checkPhase()
        guard case .due(let begin) = transaction else { return }
        transaction = .begun
        _ = try await exchange([begin], patience)
    }

    /// Goes over to the simple protocol, which several statements in one text and COPY need.
    func leavePipeline() throws(PostgresError) -> OpaquePointer {
        let handle = try live()
        guard PQexitPipelineMode(handle) == 1 else { throw lose() }
        return handle
    }

    func enterPipeline() throws(PostgresError) {
        guard PQenterPipelineMode(try live()) == 1 else { throw lose() }
    }

    /// The next result outside of pipeline mode; `nil` when the command is over.
    func nextPlainResult(_ patience: Patience, _ failure: PostgresError?) async throws -> OpaquePointer? {
        let result = try await nextResult(patience)
        if let result, isError(result), isFatal(result) {
            isLost = true
            defer { PQclear(result) }
            throw lose(failure ?? PostgresError(result, statement: nil))
        }
        if isLost { throw lose(failure) }
        return result
    }

    func isError(_ result: OpaquePointer) -> Bool {
        [PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE].contains(PQresultStatus(result))
    }
}
