/// How a connection behaves.
public struct PostgresOptions: Hashable, Sendable {
    /// How long a call waits for the server if it does not say otherwise.
    ///
    /// It should be longer than the session's `statement_timeout`, which ends a statement more gently.
    public var deadline: Duration
    /// How many statements stay prepared on a connection; 0 prepares none.
    public var preparedStatementLimit: Int
    /// How many notifications and notices wait to be fetched before the oldest are dropped.
    public var notificationLimit: Int
    /// Whether a pooler lends the server's session for one transaction after the other (PgBouncer with
    /// `pool_mode = transaction`).
    ///
    /// Then no statement is prepared, and the settings that the pooler does not carry from one session to the next go
    /// in front of each transaction, in its round trip, and end with it.
    public var isSessionLent: Bool

    /// Options; each has a default that suits a service.
    public init(
        deadline: Duration = .seconds(30), preparedStatementLimit: Int = 256, notificationLimit: Int = 1024,
        isSessionLent: Bool = false
    ) {
        precondition(preparedStatementLimit >= 0, "The limit of prepared statements can't be negative.")
        precondition(notificationLimit > 0, "At least one notification must have room.")
        self.deadline = deadline
        self.preparedStatementLimit = preparedStatementLimit
        self.notificationLimit = notificationLimit
        self.isSessionLent = isSessionLent
    }
}
