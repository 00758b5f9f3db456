/// What a program knows, and how it changes: pure values, no I/O.
public protocol ProgramModel: Sendable {
    /// What effects and outside sources report.
    associatedtype Message: Sendable
    /// Work to be done outside of the model, as data.
    associatedtype Effect: Sendable

    /// Work to begin with; it is done after the first frame has been drawn.
    mutating func start() -> [Effect]
    /// Takes in a message.
    mutating func update(_ message: Message) -> [Effect]
    /// Takes in an event of the terminal.
    mutating func handle(_ event: TerminalEvent) -> [Effect]
    /// Takes in an event of the terminal that came at this time.
    mutating func handle(_ event: TerminalEvent, at moment: ContinuousClock.Instant) -> [Effect]
    /// Draws the whole picture. The canvas comes empty.
    func view(on canvas: inout Canvas)
    /// Whether the operator has waited for a message that was just taken in: the picture is drawn at once then.
    func isAwaited(_ message: Message) -> Bool
    /// True when the program is to end.
    var isFinished: Bool { get }
}

extension ProgramModel {
    /// Nothing to begin with.
    public mutating func start() -> [Effect] { [] }
    /// Nothing that was waited for.
    public func isAwaited(_ message: Message) -> Bool { false }

    /// The time is no matter of most programs.
    public mutating func handle(_ event: TerminalEvent, at moment: ContinuousClock.Instant) -> [Effect] {
        handle(event)
    }
}
