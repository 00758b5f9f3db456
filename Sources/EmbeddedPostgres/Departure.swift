/// What became of the server when a program left the cluster.
public enum Departure: Sendable, Hashable {
    /// This program was the last one, and the server was stopped.
    case stopped
    /// Other programs go on using it.
    case leftRunning
    /// This program had not joined.
    case notJoined
}
