/// What PostgreSQL or the way to it refused, with what is needed to find the statement.
///
/// Values of parameters are never part of it. ``detail`` is the server's and may quote rows: show it to nobody who
/// may not see them.
public struct PostgresError: Error, Hashable, Sendable {
    /// Who failed, and when.
    public enum Kind: String, Hashable, Sendable {
        /// The server answered with an error; the session goes on.
        case server
        /// No session could be opened; nothing was sent.
        case connectFailed
        /// The session ended.
        case connectionLost
        /// The answer did not come in time; the server was told to stop.
        case deadlineExceeded
        /// All connections were taken for too long, or too many callers waited already.
        case poolExhausted
        /// The pool or the connection is closed.
        case closed
        /// The statement can't be sent: a NUL in a text, too many parameters, a malformed connection string.
        case unencodable
    }

    /// Who failed, and when.
    public var kind: Kind
    /// The server's code, if the failure has one; libpq's own failures have none.
    public var sqlState: SQLState?
    /// One sentence for people, from the server or from here.
    public var message: String
    /// The server's second sentence, which may quote values of rows.
    public var detail: String?
    /// The server's advice, if it has any.
    public var hint: String?
    /// Where in ``statement`` the server sees the fault, in characters from 1.
    public var position: Int?
    /// The violated constraint, if any: the name by which conflicts are told apart.
    public var constraint: String?
    /// The table the failure is about, if the server names one.
    public var table: String?
    /// The column the failure is about, if the server names one.
    public var column: String?
    /// The text of the statement that failed, without values.
    public var statement: String?
    /// Whether the statements may or may not have taken effect: they had been handed to the server, and its answer
    /// was lost.
    ///
    /// It is `false` where the server's answer is known, where nothing was sent, and where the statements belonged to
    /// a transaction whose COMMIT had not been sent.
    public var outcomeIsUnknown: Bool

    /// A failure with the parts that are known.
    public init(
        _ kind: Kind, _ message: String, sqlState: SQLState? = nil, statement: String? = nil,
        outcomeIsUnknown: Bool = false
    ) {
        (self.kind, self.message, self.sqlState) = (kind, message, sqlState)
        (self.statement, self.outcomeIsUnknown) = (statement, outcomeIsUnknown)
    }
}

extension PostgresError: CustomStringConvertible {
    /// Kind, SQLSTATE, message and constraint on one line; neither the statement nor the detail.
    public var description: String {
        var text = "PostgreSQL \(kind.rawValue)"
        if let sqlState { text += " \(sqlState)" }
        text += ": \(message)"
        if let constraint { text += " (constraint \(constraint))" }
        if outcomeIsUnknown { text += "; the outcome is unknown" }
        return text
    }
}
