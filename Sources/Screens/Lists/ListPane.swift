import Domain
import Services
import TerminalUI
import Wording

/// A list over any number of rows: a window of loaded pages, a cursor that belongs to a row and not to a line
/// of the screen, a search that follows the typing.
///
/// Loading is in `ListPane+Loading.swift`, keys in `+Actions.swift`, the picture in `+View.swift`.
struct ListPane<Rows: ListRows>: Sendable {
    /// Where the cursor goes when the rows that were asked for are there.
    enum Target: Hashable, Sendable {
        case first, last
        /// To the row that it is on now, wherever that row stands then.
        case keep
        /// To the row with this id, else to the first one.
        case row(Int64)
    }

    /// What is on its way.
    enum Load: Hashable, Sendable {
        /// A page in the place of all others; `origin` counts the rows before it, where that is known.
        case replace(Target, origin: Int?)
        case after, before
        /// A single row, at which the list is then read.
        case sought
    }

    /// What is done with the marks of all rows of a filter.
    enum Marking: Hashable, Sendable {
        case marks
        /// Turns them round; the rows that were marked when it began are known by their ids.
        case turns(former: Set<Int64>)
    }

    let rows: Rows
    var filter: Rows.Filter
    let plainFilter: Rows.Filter
    var order: ListOrder<Rows.Sort>
    /// The number of the column set that is shown.
    var columnSet = 0
    /// The list of columns to sort by, while it is open.
    var chooser: SortChooser<Rows.Sort>?
    /// The formats to export in, while they are to be chosen from.
    var formatMenu: LetterMenu<ExportFormat>?
    /// Where the rows go that are jumped to, while it is typed.
    var jump: TextField?
    /// The list's saved views, the latest last.
    var views: [SavedView] = []
    /// The saved views, while they are to be chosen from.
    var viewMenu: LetterMenu<ViewChoice>?
    /// The name under which the present view is to be kept, while it is typed.
    var naming: TextField?
    /// The view that was chosen last.
    var chosenView: SavedView?

    var window = RowWindow<Rows.Item>()
    var cursor = 0
    var load: Load?
    /// Whether the page that was asked for begins at a row, which may be gone, and not at an end of the list.
    var isAnchored = false
    /// Where the cursor stood when the refresh that is on its way was asked for.
    var refreshedFrom = 0
    /// When rows were read last.
    var readAt: Moment?
    /// Loaded rows that were changed so that the filter has them no more; they stay where they are until it is read
    /// anew.
    var strangers: Set<Int64> = []
    /// Why the last page couldn't be loaded.
    var problem: Phrase?
    /// Whether something has happened elsewhere that may show here.
    var isStale = false
    /// Whether something has happened since the rows were asked for that are on their way.
    var readsAgain = false

    var line = FilterLine()
    /// New rows that others have added and that are not shown yet.
    var unseen: Set<Int64> = []
    /// Loaded rows that have changed and are to be read anew.
    var outdated: Set<Int64> = []
    /// Rows that are being read anew just now.
    var patching: [Int64] = []
    /// How many rows the filter has, where somebody wanted to know.
    var counted: Int?
    var isCounting = false
    /// What is done with the marks of all rows of the filter, while they are read for it.
    var marking: Marking?
    /// The marked rows by their ids.
    var marks: [Int64: Rows.Item] = [:]
    var isSearching = false
    var viewport = Viewport()
    /// Rows that have room on the screen.
    var height = 1
    /// Whether there is a line for search and position above the headings.
    var hasFilterLine = true
    /// Where the columns stand, as long as what that depends on stays the same.
    private var keptLayout: PaneLayout<Rows.Sort>?

    /// A list of `rows`, with `typed` in its filter line, sorted by `order` or as such lists are.
    init(_ rows: Rows, filter: Rows.Filter, typed: String = "", order: ListOrder<Rows.Sort>? = nil) {
        (self.rows, self.filter, plainFilter) = (rows, filter, filter)
        self.order = order ?? ListOrder(rows.sort.0, isDescending: rows.sort.isDescending)
        line = FilterLine(typed)
        line.mistakes = rows.filter(typed, in: &self.filter)
    }

    /// The row under the cursor.
    var selected: Rows.Item? { window.rows.indices.contains(cursor) ? window.rows[cursor] : nil }

    /// Whether the list shows everything that it can show.
    var isPlain: Bool { filter == plainFilter }

    @specialized(where Rows == OrderRows)
    @specialized(where Rows == UserRows)
    @specialized(where Rows == ProductRows)
    @specialized(where Rows == MoveRows)
    @specialized(where Rows == AuditRows)
    mutating func resize(_ size: Size) {
        hasFilterLine = size.height >= 4
        let headings = size.height >= 2 ? 1 : 0
        height = max(size.height - headings - (hasFilterLine ? 1 : 0), 1)
        viewport.follow(cursor, height: height, count: window.rows.count)
        let terms = PaneLayout<Rows.Sort>.Terms(width: size.width, columnSet: columnSet, order: order)
        if keptLayout?.terms != terms { keptLayout = PaneLayout(terms, of: rows) }
    }

    /// Where the columns stand in a width.
    func layout(width: Int) -> PaneLayout<Rows.Sort> {
        let terms = PaneLayout.Terms(width: width, columnSet: columnSet, order: order)
        if let keptLayout, keptLayout.terms == terms { return keptLayout }
        return PaneLayout(terms, of: rows)
    }

    /// Puts the row at index `top` uppermost, as far as there are rows enough below it.
    mutating func scroll(to top: Int) {
        viewport = Viewport()
        viewport.follow(max(top, 0) + height - 1, height: height, count: window.rows.count)
        viewport.follow(cursor, height: height, count: window.rows.count)
    }
}
