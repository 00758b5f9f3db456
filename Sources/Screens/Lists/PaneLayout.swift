import Domain
import TerminalUI

/// The columns that a list shows, and where they stand, at a width.
struct PaneLayout<Sort: Hashable & Sendable>: Hashable, Sendable {
    /// All that it depends on, besides the kind of the rows.
    struct Terms: Hashable, Sendable {
        let width: Int
        let columnSet: Int
        let order: ListOrder<Sort>
    }

    let terms: Terms
    /// The indices of the columns.
    let shown: [Int]
    let table: TableLayout

    init<Rows: ListRows>(_ terms: Terms, of rows: Rows) where Rows.Sort == Sort {
        let columns = rows.columns
        self.terms = terms
        shown = columns.indices.filter { columns[$0].sets.contains(terms.columnSet) }
        table = TableLayout(shown.map { Self.sorted(columns[$0], terms.order) }, width: terms.width)
    }

    /// The column, with a sign where the list is sorted by it.
    private static func sorted(_ shown: ListColumn<Sort>, _ order: ListOrder<Sort>) -> Column {
        var column = shown.column
        guard let sort = shown.sort else { return column }
        if sort == order.sort {
            column.sort = order.isDescending ? .down : .up
            column.sortNumber = order.second == nil ? nil : 1
        } else if let second = order.second, second.sort == sort {
            column.sort = second.isDescending ? .down : .up
            column.sortNumber = 2
        }
        return column
    }
}
