/// The keys held down together with another.
public struct Modifiers: OptionSet, Hashable, Sendable {
    /// Bits in the order of xterm's parameter: shift 1, alt 2, control 4.
    public let rawValue: UInt8

    /// Modifiers from xterm's bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Shift; not set for characters, whose case says it.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, or Escape typed just before.
    public static let alt = Modifiers(rawValue: 2)
    /// Control.
    public static let control = Modifiers(rawValue: 4)
}
