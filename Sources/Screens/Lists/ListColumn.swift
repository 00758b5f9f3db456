import TerminalUI
import Wording

/// A column of a list, the sort that is chosen by it, and the column sets that show it.
struct ListColumn<Sort: Hashable & Sendable>: Hashable, Sendable {
    let column: Column
    /// `nil` where the rows can't be sorted by it.
    let sort: Sort?
    /// The numbers of the sets, as ``ListRows/columnSets`` counts them; set 0 is the usual one.
    ///
    /// They are few, and looked through for each picture.
    let sets: [Int]
    /// What of a filter is looked for in it.
    let search: ColumnSearch?

    init(
        _ title: Phrase, _ width: Column.Width, align: Alignment = .left, rank: Int = 0, sort: Sort? = nil,
        sets: [Int] = [0], search: ColumnSearch? = nil
    ) {
        column = Column(title, width, align: align, rank: rank)
        (self.sort, self.sets, self.search) = (sort, sets, search)
    }
}
