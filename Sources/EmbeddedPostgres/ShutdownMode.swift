/// How a server is told to stop (PostgreSQL manual, 19.5).
public enum ShutdownMode: Sendable, Hashable {
    /// Sessions are ended, and everything is written (SIGINT).
    case fast
    /// At once; the next start recovers from the log (SIGQUIT). For clusters that are thrown away.
    case immediate
}
