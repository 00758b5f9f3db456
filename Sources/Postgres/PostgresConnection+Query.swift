import CLibPQ
import Glibc

extension PostgresConnection {
    /// Runs one statement and returns all of its rows.
    ///
    /// It takes one round trip, also when the text is new to the session. Outside of a transaction the statement is
    /// a transaction of its own.
    /// - Parameters:
    ///   - sql: one statement, no `COPY`.
    ///   - deadline: how long to wait; ``PostgresOptions/deadline`` if `nil`.
    /// - Returns: its rows, and how many it affected.
    /// - Throws: ``PostgresError``, or `CancellationError` if the task was cancelled and the server has undone it.
    public func query(_ sql: SQL, deadline: Duration? = nil) async throws -> Rows {
        let results = try await perform([sql], Patience(deadline ?? options.deadline))
        return results[0]
    }

    /// Runs several statements in one round trip, as one transaction unless they manage one themselves.
    ///
    /// The first that fails makes the server skip the rest.
    /// - Returns: as many results as statements.
    /// - Throws: the error of the first statement that failed.
    public func pipeline(_ statements: [SQL], deadline: Duration? = nil) async throws -> [Rows] {
        guard !statements.isEmpty else { return [] }
        return try await perform(statements, Patience(deadline ?? options.deadline))
    }

    /// Waits for the connection to be free, and runs `statements` behind a BEGIN that may be due.
    func perform(_ statements: [SQL], _ patience: Patience, isPrepared: Bool = true) async throws -> [Rows] {
        try await takeTurn()
        defer { endTurn() }
        try checkPhase()
        guard case .due(let begin) = transaction else {
            return try await exchange(statements, patience, isPrepared: isPrepared)
        }
        transaction = .begun
        return Array(try await exchange([begin] + statements, patience, isPrepared: isPrepared).dropFirst())
    }

    /// Sends `statements` and reads their results; where they begin a transaction on a session that is lent, the
    /// settings of it go with them.
    func exchange(_ statements: [SQL], _ patience: Patience, isPrepared: Bool = true) async throws -> [Rows] {
        guard let settings = transactionSettings, PQtransactionStatus(try live()) == PQTRANS_IDLE else {
            return try await carry(statements, patience, isPrepared: isPrepared)
        }
        // Behind a BEGIN, which may name an isolation level and must not follow a query then.
        let place = statements.first.map { $0.text.uppercased().hasPrefix("BEGIN") } == true ? 1 : 0
        var whole = statements
        whole.insert(settings, at: place)
        var results = try await carry(whole, patience, isPrepared: isPrepared)
        results.remove(at: place)
        return results
    }

    private func carry(_ statements: [SQL], _ patience: Patience, isPrepared: Bool) async throws -> [Rows] {
        let parameters = try statements.map { sql throws(PostgresError) in try ParameterBuffer(sql) }
        if patience.heedsCancellation { try Task.checkCancellation() }
        var mayRepeat = true
        while true {
            let wasIdle = PQtransactionStatus(try live()) == PQTRANS_IDLE
            var reply = Reply(statements)
            reply.steps = try send(statements, parameters, isPrepared: isPrepared)
            let interruption = try await settle(patience, isUncertain: isUncertain(statements)) { patience in
                try await collect(&reply, patience)
            }
            guard let failure = reply.failure else { return reply.rows }
            if let text = reply.stalePlan { self.statements.remove(text) }
            let isHarmless = reply.stalePlan != nil && reply.isReversible && wasIdle
            guard mayRepeat && isHarmless && interruption == nil else { throw outcome(failure, interruption) }
            mayRepeat = false
            // The transaction began with these statements, so that it can begin with them again.
            if PQtransactionStatus(try live()) == PQTRANS_INERROR { _ = try await exchange(["ROLLBACK"], patience) }
        }
    }

    /// What to throw for `failure`, which an interruption may have brought about.
    func outcome(_ failure: PostgresError, _ interruption: Interruption?) -> any Error {
        guard failure.sqlState == .queryCanceled, let interruption else { return failure }
        switch interruption {
        case .cancelled: return CancellationError()
        case .deadline:
            var error = failure
            error.kind = .deadlineExceeded
            return error
        }
    }

    /// Queues `statements` in libpq and begins to send them.
    private func send(
        _ statements: [SQL], _ parameters: [ParameterBuffer], isPrepared: Bool
    ) throws(PostgresError) -> [Reply.Step] {
        let handle = try live()
        var steps = try sendReleases(handle)
        var fresh: [String: String] = [:]
        for (index, sql) in statements.enumerated() {
            var name = fresh[sql.text] ?? self.statements.name(of: sql.text)
            let isKnown = name != nil
            if name == nil, isPrepared, let new = self.statements.newName() {
                try require(PQsendPrepare(handle, new, sql.text, 0, nil), steps)
                steps.append(.prepare(index, name: new))
                (fresh[sql.text], name) = (new, new)
            }
            let status = parameters[index].withPointers { count, values in
                if let name { return PQsendQueryPrepared(handle, name, count, values, nil, nil, 1) }
                return PQsendQueryParams(handle, sql.text, count, nil, values, nil, nil, 1)
            }
            try require(status, steps)
            steps.append(.execute(index, isOldPlan: isKnown && fresh[sql.text] == nil))
        }
        try require(PQpipelineSync(handle), steps)
        return steps + [.synchronise]
    }

    /// Releases the statements that made room for others: in front, as a transaction of its own, so that it can't
    /// get in the way of a statement that must be the only one of its transaction.
    private func sendReleases(_ handle: OpaquePointer) throws(PostgresError) -> [Reply.Step] {
        guard PQtransactionStatus(handle) == PQTRANS_IDLE else { return [] }
        var steps: [Reply.Step] = []
        for name in statements.takeRetired() {
            try require(PQsendQueryParams(handle, "DEALLOCATE \(name)", 0, nil, nil, nil, nil, 1), steps)
            steps.append(.release)
        }
        guard !steps.isEmpty else { return [] }
        try require(PQpipelineSync(handle), steps)
        return steps + [.synchronise]
    }

    /// libpq takes everything that was checked before, unless the connection is gone or memory has run out.
    private func require(_ status: Int32, _ steps: [Reply.Step]) throws(PostgresError) {
        guard status != 1 else { return }
        var error = lose()
        error.outcomeIsUnknown = !steps.isEmpty
        throw error
    }
}
