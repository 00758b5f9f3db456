import CLibPQ
import Glibc
import Reactor

extension PostgresConnection {
    /// Collects an answer; on a deadline or a cancellation tells the server to stop and collects what it says then.
    ///
    /// - Parameters:
    ///   - patience: how long to wait before that.
    ///   - isUncertain: whether the effect is unknown if the answer never comes.
    ///   - collect: reads on from where it was, as long as its argument allows.
    /// - Returns: why the server was told to stop, if it was.
    /// - Throws: ``PostgresError`` if the session has ended.
    func settle(
        _ patience: Patience, isUncertain: Bool, _ collect: (Patience) async throws -> Void
    ) async throws -> Interruption? {
        do {
            do {
                try await collect(patience)
                return nil
            } catch let interruption as Interruption {
                try await stop(after: interruption, collect)
                return interruption
            }
        } catch var error as PostgresError {
            error.outcomeIsUnknown = isUncertain
            throw error
        }
    }

    /// Cancels on the server and gives the answer a grace.
    private func stop(after interruption: Interruption, _ collect: (Patience) async throws -> Void) async throws {
        let grace = Patience.grace
        do {
            guard let request = CancelRequest(try live()) else { throw Interruption.deadline }
            try await collect(grace)
            try await request.delivered(on: loop, until: grace.deadline)
        } catch  where error is Interruption || error is PollTimeout {
            let kind: PostgresError.Kind = interruption == .deadline ? .deadlineExceeded : .connectionLost
            let failure = PostgresError(kind, "The server did not answer in time, nor when it was told to stop.")
            shut(failure)
            throw failure
        }
    }

    /// Reads results up to the synchronisation that ends `reply`.
    func collect(_ reply: inout Reply, _ patience: Patience) async throws {
        var emptyAnswers = 0
        while !reply.isComplete {
            guard let result = try await nextResult(patience) else {
                if reply.isAnswered { reply.advance() }
                emptyAnswers += 1
                // Between two results libpq says nil once; more of them mean that nothing will come.
                guard !isLost, emptyAnswers < 4 else { throw lose(reply.failure) }
                continue
            }
            defer { PQclear(result) }
            emptyAnswers = 0
            try take(result, into: &reply)
        }
    }

    /// Files one result.
    private func take(_ result: OpaquePointer, into reply: inout Reply) throws {
        switch PQresultStatus(result) {
        case PGRES_PIPELINE_SYNC:
            // Every step before the synchronisation has been answered or will never be.
            while !reply.isComplete && reply.step != .synchronise { reply.advance() }
            reply.advance()
            return
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: try accept(result, into: &reply)
        case PGRES_PIPELINE_ABORTED: break
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            let message = "COPY needs copyIn or copyOut; the session can't go on."
            shut(PostgresError(.closed, message))
            throw PostgresError(.closed, message, statement: reply.statement?.text)
        default:
            reply.add(PostgresError(result, statement: reply.statement?.text))
            if isFatal(result) { isLost = true }
        }
        reply.isAnswered = true
    }

    private func accept(_ result: OpaquePointer, into reply: inout Reply) throws(PostgresError) {
        switch reply.step {
        case .prepare(let index, let name): statements.add(reply.statements[index].text, name: name)
        case .execute(let index, _):
            let text = reply.statements[index].text
            guard let storage = ResultStorage(result, columns: statements.columns(of: text)) else {
                reply.add(PostgresError(.server, "The result is larger than 4 GiB.", statement: text))
                return
            }
            statements.remember(storage.columns, of: text)
            if storage.commandTag == "LISTEN" { isListening = true }
            reply.add(Rows(storage: storage))
        case .release, .synchronise: break
        }
    }

    /// The session is over after an error of that severity, and after one without a SQLSTATE: that one is libpq's own,
    /// whatever `PQstatus` says.
    func isFatal(_ result: OpaquePointer) -> Bool {
        guard DiagnosticField.sqlState.text(of: result) != nil else { return true }
        return ["FATAL", "PANIC"].contains(DiagnosticField.severity.text(of: result))
    }

    /// The next result, once it is there; `nil` between two statements and when nothing more will come.
    func nextResult(_ patience: Patience) async throws -> OpaquePointer? {
        while true {
            let handle = try live()
            guard PQisBusy(handle) == 1 else { return PQgetResult(handle) }
            // On a dead socket PQgetResult reports the loss; on one that only should be dead it would wait.
            if isLost { return PQstatus(handle) == CONNECTION_BAD ? PQgetResult(handle) : nil }
            try await awaitServer(patience)
        }
    }

    /// Sends what is queued, waits until the server has something to say, and reads it.
    func awaitServer(_ patience: Patience) async throws {
        let handle = try live()
        let unsent = PQflush(handle)
        try await wait(for: unsent == 1 ? POLLIN | POLLOUT : POLLIN, patience)
        absorb(try live())
        if unsent < 0 { isLost = true }
    }

    /// Sends all that is queued; reads meanwhile, since the server may be waiting for that.
    func flush(_ patience: Patience) async throws {
        while PQflush(try live()) == 1 {
            try await wait(for: POLLIN | POLLOUT, patience)
            absorb(try live())
            if isLost { throw lose() }
        }
    }

    private func wait(for events: Int32, _ patience: Patience) async throws {
        let socket = PQsocket(try live())
        do {
            if patience.heedsCancellation {
                try await loop.wait(for: socket, events: events, until: patience.deadline)
            } else {
                try await loop.waitThroughCancellation(for: socket, events: events, until: patience.deadline)
            }
        } catch is PollTimeout {
            throw Interruption.deadline
        } catch is CancellationError {
            throw Interruption.cancelled
        }
    }

    /// Reads what the socket has, and picks the notifications out.
    func absorb(_ handle: OpaquePointer) {
        if PQconsumeInput(handle) == 0 { isLost = true }
        collectNotifications(handle)
    }

    /// Picks the notifications out of what has been read so far.
    func collectNotifications(_ handle: OpaquePointer) {
        var hasNew = false
        while let notification = PQnotifies(handle) {
            notifications.add(
                PostgresNotification(
                    channel: String(cString: notification.pointee.relname),
                    payload: String(cString: notification.pointee.extra),
                    processID: notification.pointee.be_pid, missed: 0))
            PQfreemem(notification)
            hasNew = true
        }
        if hasNew && listeners > 0 { loop.resumeWaiters(of: PQsocket(handle)) }
    }

    /// Closes a session that has ended by itself, after the server has said `cause`, and returns what to throw.
    func lose(_ cause: PostgresError? = nil) -> PostgresError {
        let text = handle.map { String(cString: PQerrorMessage($0)).trimmedLine } ?? ""
        var error = cause ?? PostgresError(.connectionLost, text.isEmpty ? "The session has ended." : text)
        error.kind = .connectionLost
        error.sqlState = error.sqlState ?? notices.sessionEnd
        shut(error)
        return error
    }
}
