public import Wording

/// A column of a table.
public struct Column: Hashable, Sendable {
    /// How wide a column is.
    public enum Width: Hashable, Sendable {
        /// Always this many columns of cells.
        case fixed(Int)
        /// At least this many, and a share of what is left over, by weight.
        case flexible(minimum: Int, weight: Int = 1)
    }

    /// The direction a table is sorted in by this column.
    public enum Sort: Hashable, Sendable {
        case up, down
    }

    /// Its heading.
    public var title: Phrase
    /// How wide it is.
    public var width: Width
    /// Where text stands in it.
    public var align: Alignment
    /// When there is no room for all columns, those of the highest number are left out first; 0 stays.
    public var rank: Int
    /// Set when the table is sorted by it.
    public var sort: Sort?
    /// Which of several sorted columns it is, from 1; `nil` where it is the only one.
    public var sortNumber: Int?

    /// A column.
    public init(
        _ title: Phrase, _ width: Width, align: Alignment = .left, rank: Int = 0, sort: Sort? = nil
    ) {
        self.title = title
        self.width = width
        self.align = align
        self.rank = rank
        self.sort = sort
    }

    var minimum: Int {
        switch width {
        case .fixed(let columns): max(0, columns)
        case .flexible(let minimum, _): max(0, minimum)
        }
    }

    var weight: Int {
        guard case .flexible(_, let weight) = width else { return 0 }
        return max(0, weight)
    }
}
