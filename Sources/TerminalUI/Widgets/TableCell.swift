/// What stands in one column of one row.
public struct TableCell: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The text.
    public var text: String
    /// What it means; a selected row shows its own role instead.
    public var role: Role

    /// A cell.
    public init(_ text: String, role: Role = .text) {
        self.text = text
        self.role = role
    }

    /// A cell in the role of text.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
