/// From which severity on messages are logged; the names are those of swift-log.
public enum LogLevel: String, Sendable, CaseIterable {
    /// Everything, step by step.
    case trace
    /// What helps to find a fault.
    case debug
    /// What happens in the ordinary course of things.
    case info
    /// What is out of the ordinary and no fault.
    case notice
    /// What may become a fault.
    case warning
    /// What went wrong.
    case error
    /// What needs somebody at once.
    case critical
}
