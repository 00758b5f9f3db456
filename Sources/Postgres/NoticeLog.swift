/// What the server said besides results.
///
/// Left alone, libpq prints it on standard error, in the middle of a screen.
/// libpq calls ``receive(_:)`` from inside its own functions, so on the thread of the connection's loop.
final class NoticeLog {
    private let limit: Int
    private var recent: [PostgresNotice] = []
    /// The code of a notice that announced the end of the session.
    private(set) var sessionEnd: SQLState?

    init(limit: Int) { self.limit = limit }

    func receive(_ result: OpaquePointer) {
        let notice = PostgresNotice(
            severity: DiagnosticField.severity.text(of: result) ?? "NOTICE",
            sqlState: DiagnosticField.sqlState.text(of: result).map(SQLState.init(rawValue:)),
            message: DiagnosticField.message.text(of: result) ?? "")
        if let state = notice.sqlState, state.endsSession { sessionEnd = state }
        if recent.count == limit { recent.removeFirst() }
        recent.append(notice)
    }

    func takeAll() -> [PostgresNotice] {
        defer { recent.removeAll() }
        return recent
    }
}
