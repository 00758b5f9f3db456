/// A message of the server that is no error: NOTICE, WARNING and the like.
public struct PostgresNotice: Hashable, Sendable {
    /// The severity in English: `NOTICE`, `WARNING`.
    public let severity: String
    /// The code; `00000` for most.
    public let sqlState: SQLState?
    /// One sentence.
    public let message: String
}
