/// Something done with the mouse.
public struct MouseEvent: Hashable, Sendable {
    /// What was done.
    public enum Action: Hashable, Sendable {
        case press, release, drag, scrollUp, scrollDown
    }

    /// What was done.
    public let action: Action
    /// The button, from 0 for the left one; 0 for the wheel.
    public let button: Int
    /// The cell under the pointer.
    public let position: Point
    /// Keys held meanwhile.
    public let modifiers: Modifiers
    /// How often the button was pressed there within a short time: 1 or 2.
    public var clicks = 1

    /// An event at a cell.
    public init(_ action: Action, button: Int = 0, at position: Point, modifiers: Modifiers = []) {
        self.action = action
        self.button = button
        self.position = position
        self.modifiers = modifiers
    }
}
