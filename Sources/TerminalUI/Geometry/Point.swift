/// A cell's place: columns from the left, rows from the top, both from 0.
public struct Point: Hashable, Sendable {
    /// The column, counted from the left edge.
    public var x: Int
    /// The row, counted from the top edge.
    public var y: Int

    /// A point at column `x` of row `y`.
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
