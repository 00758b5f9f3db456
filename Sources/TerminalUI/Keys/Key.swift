/// A key of the keyboard, as far as a terminal can tell them apart.
public enum Key: Hashable, Sendable {
    /// A scalar as it was typed: "a", "A", "ї".
    case character(Unicode.Scalar)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F12; what a terminal calls F13 to F24 arrives as F1 to F12 with shift.
    case function(Int)
}
