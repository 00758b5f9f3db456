import CLibPQ
import Glibc
import Reactor

extension PostgresConnection {
    /// Connects and sets the session up; on failure nothing stays open.
    func open(_ conninfo: String, session: [(name: String, value: String)], within limit: Duration) async throws {
        let patience = Patience(limit)
        // A malformed string is told apart from a server that does not answer: no second attempt helps it.
        _ = try ConnectionWords(conninfo)
        try start(conninfo)
        do {
            try await establish(until: patience.deadline)
            let lasting = options.isSessionLent ? session.filter { Self.carried.contains($0.name) } : session
            let settings: [SQL] = lasting.map { "SELECT set_config(\($0.name), \($0.value), false)" }
            if !settings.isEmpty { _ = try await exchange(settings, patience, isPrepared: false) }
            let passing = session.filter { setting in !lasting.contains { $0.name == setting.name } }
            guard !passing.isEmpty else { return }
            let calls: [SQL] = passing.map { "set_config(\($0.name), \($0.value), true)" }
            transactionSettings = "SELECT \(calls.joined(", "))"
        } catch let error as PostgresError {
            throw fail(error)
        } catch is PollTimeout {
            throw fail(PostgresError(.connectFailed, "No connection within \(limit)."))
        } catch {
            shut(PostgresError(.closed, "Connecting was cancelled."))
            throw error
        }
    }

    /// The settings that PgBouncer restores on whichever session a client is lent (its manual,
    /// `track_extra_parameters`), since the server reports them to clients; all others stay on the session where they
    /// were set.
    private static let carried: Set<String> = ["application_name", "client_encoding", "datestyle", "timezone"]

    private func start(_ conninfo: String) throws(PostgresError) {
        // The string is expanded first, so that what comes after it wins: texts are UTF-8 here.
        let names = ["dbname", "client_encoding"].map { (name: String) in strdup(name) }
        let texts = [conninfo, "UTF8"].map { (text: String) in strdup(text) }
        defer { for copy in names + texts { free(copy) } }
        let keywords: [UnsafePointer<CChar>?] = names.map { UnsafePointer($0) } + [nil]
        let values: [UnsafePointer<CChar>?] = texts.map { UnsafePointer($0) } + [nil]
        guard let handle = PQconnectStartParams(keywords, values, 1) else {
            throw PostgresError(.connectFailed, "libpq has no memory for a connection.")
        }
        self.handle = handle
        // Failed connects have no result to ask for the SQLSTATE; this puts it in the message.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        PQsetNoticeReceiver(
            handle,
            { log, result in
                guard let log, let result else { return }
                Unmanaged<NoticeLog>.fromOpaque(log).takeUnretainedValue().receive(result)
            }, Unmanaged.passUnretained(notices).toOpaque())
    }

    /// The steps of `PQconnectPoll`, then non-blocking pipeline mode.
    private func establish(until deadline: ContinuousClock.Instant) async throws {
        var status = PGRES_POLLING_WRITING
        while status != PGRES_POLLING_OK {
            let handle = try live()
            guard status != PGRES_POLLING_FAILED, PQstatus(handle) != CONNECTION_BAD else { throw refusal(handle) }
            let events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT
            try await loop.wait(for: PQsocket(handle), events: events, until: deadline)
            status = PQconnectPoll(try live())
        }
        let handle = try live()
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else { throw refusal(handle) }
    }

    private func refusal(_ handle: OpaquePointer) -> PostgresError {
        let (text, state) = splitState(String(cString: PQerrorMessage(handle)))
        return PostgresError(.connectFailed, text, sqlState: state)
    }

    /// Finds the code in `FATAL:  57P03: the database system is starting up` and takes it out.
    private func splitState(_ message: String) -> (String, SQLState?) {
        let lines = message.split(separator: "\n").filter { !$0.hasPrefix("LOCATION:") }
        let text = lines.joined(separator: " ").trimmedLine
        var parts = text.split(separator: ": ", omittingEmptySubsequences: false)
        // Every code has a digit; FATAL has none.
        let isCode = { (part: Substring) in
            let code = part.utf8.drop { $0 == 0x20 }
            return code.count == 5 && code.contains(where: isDigit) && code.allSatisfy { isDigit($0) || isCapital($0) }
        }
        guard let index = parts.firstIndex(where: isCode) else { return (text, nil) }
        let code = parts.remove(at: index).drop { $0 == " " }
        return (parts.joined(separator: ": "), SQLState(rawValue: String(code)))
    }

    private func fail(_ error: PostgresError) -> PostgresError {
        var failure = error
        failure.kind = .connectFailed
        failure.outcomeIsUnknown = false
        shut(failure)
        return failure
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
