/// How a role looks.
public struct Style: Hashable, Sendable {
    /// What a terminal without colours can show.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// Bits as the painter in C reads them.
        public let rawValue: UInt32

        /// Attributes from the painter's bits.
        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Bold.
        public static let bold = Attributes(rawValue: 1)
        /// Half bright.
        public static let dim = Attributes(rawValue: 2)
        /// Underlined.
        public static let underline = Attributes(rawValue: 4)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 8)
        /// Slanted.
        public static let italic = Attributes(rawValue: 16)
    }

    /// The colour of the signs; nil is the terminal's own.
    public var foreground: Color?
    /// The colour behind them; nil is the terminal's own.
    public var background: Color?
    /// Bold, underlined and so on.
    public var attributes: Attributes

    /// A style.
    public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
