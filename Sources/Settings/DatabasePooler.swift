/// How long a pooler in front of the database lends one of the server's sessions.
public enum DatabasePooler: String, Sendable, CaseIterable {
    /// As long as the connection to the pooler lasts; so it is where there is no pooler, too.
    case session
    /// For one transaction after the other.
    case transaction
}
