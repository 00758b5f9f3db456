/// Which rows of a long list are on the screen.
public struct Viewport: Hashable, Sendable {
    /// The index of the topmost row shown.
    public private(set) var top = 0

    /// A view that begins at the first row.
    public init() {}

    /// Moves no more than needed to show `selected` among `height` rows of a list of `count`.
    public mutating func follow(_ selected: Int, height: Int, count: Int) {
        guard height > 0, count > 0 else {
            top = 0
            return
        }
        let row = min(max(0, selected), count - 1)
        if row < top { top = row }
        if row >= top + height { top = row - height + 1 }
        top = max(0, min(top, count - height))
    }

    /// The indices shown in `height` rows of a list of `count`.
    public func visible(height: Int, count: Int) -> Range<Int> {
        let first = min(top, max(0, count))
        return first..<max(first, min(count, first + max(0, height)))
    }
}
