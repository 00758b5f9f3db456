/// Is told when a task has got a connection from a pool, just before it sends its first statement.
///
/// What the task reads from then on is no older than that moment: whoever joins it before may take its answer for one
/// of their own.
public final class FirstStatement: Sendable {
    /// The one of the task that asks, and of its children.
    @TaskLocal public static var current: FirstStatement?

    private let action: @Sendable () -> Void

    /// - Parameter action: runs on the pool's thread, at each statement; let it be short.
    public init(_ action: @escaping @Sendable () -> Void) { self.action = action }

    func isSent() { action() }
}
