/// The signs that widgets draw with: one set for UTF-8, one for terminals that know ASCII only.
public struct Glyphs: Hashable, Sendable {
    /// Stands before the row under the cursor.
    public var cursor: Unicode.Scalar
    /// Stands before a marked row.
    public var mark: Unicode.Scalar
    /// Sorted upward, or more above.
    public var up: Unicode.Scalar
    /// Sorted downward, or more below.
    public var down: Unicode.Scalar
    /// Stands where text was cut off.
    public var ellipsis: Unicode.Scalar
    /// Stands for what must not be shown, such as a control character.
    public var replacement: Unicode.Scalar
    /// A lamp: connected, live, new.
    public var bullet: Unicode.Scalar
    /// Between the parts of a path or of a footer.
    public var separator: Unicode.Scalar
    /// Bars of a small chart, from the lowest to the highest.
    public var bars: [Unicode.Scalar]
    /// The pieces of lines and boxes.
    public var box: Box
    /// True when nothing but ASCII may reach the cells.
    public var isASCII: Bool

    /// The pieces of lines and boxes.
    public struct Box: Hashable, Sendable {
        /// A piece of a level line.
        public var horizontal: Unicode.Scalar
        /// A piece of an upright line.
        public var vertical: Unicode.Scalar
        /// The corner at the top left.
        public var topLeft: Unicode.Scalar
        /// The corner at the top right.
        public var topRight: Unicode.Scalar
        /// The corner at the bottom left.
        public var bottomLeft: Unicode.Scalar
        /// The corner at the bottom right.
        public var bottomRight: Unicode.Scalar
    }

    /// Signs of the Basic Multilingual Plane, one column wide in every locale.
    public static let utf8 = Glyphs(
        cursor: "▸", mark: "*", up: "▲", down: "▼", ellipsis: "…", replacement: "\u{FFFD}", bullet: "●",
        separator: "›", bars: ["▁", "▂", "▃", "▅", "▇"],
        box: Box(
            horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘"),
        isASCII: false)

    /// Signs of ASCII alone.
    public static let ascii = Glyphs(
        cursor: ">", mark: "*", up: "^", down: "v", ellipsis: "~", replacement: "?", bullet: "o",
        separator: ">", bars: [".", ":", "-", "=", "#"],
        box: Box(horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+"),
        isASCII: true)
}
