/// What can be said about a cluster without touching it.
public struct ClusterStatus: Sendable, Equatable {
    /// The life of a cluster.
    public enum State: String, Sendable {
        /// Nothing has been made yet.
        case absent
        /// It is there, and no server runs.
        case stopped
        /// It is being made, starting, recovering or stopping.
        case busy
        /// It answers.
        case running
        /// A server runs, but does not answer on its socket.
        case unreachable
    }

    /// What the cluster is doing.
    public let state: State
    /// The server's process, where one runs.
    public let processID: Int32?
    /// The directory of the data, where it exists.
    public let dataDirectory: String?
    /// The major version of PostgreSQL that made the data.
    public let major: Int?
    /// Where the server answers, when it does.
    public let address: ClusterAddress?
    /// The file that the server's messages go to.
    public let logFile: String
    /// Whether any program, this one included, has joined the cluster and not left it.
    public let isInUse: Bool
}
