/// A message of NOTIFY.
public struct PostgresNotification: Hashable, Sendable {
    /// The channel it was sent to.
    public let channel: String
    /// The text that came with it; empty if none did.
    public let payload: String
    /// The process id of the sender's session on the server.
    public let processID: Int32
    /// How many notifications before this one were dropped because nobody fetched them: if not 0, look everything up
    /// again.
    public internal(set) var missed: Int
}
