import Domain
import Services

@testable import Screens

/// The row that the cursor is on, and the rows around it.
struct Chosen {
    let id: Int64
    let rows: Set<Int64>
    /// Whether rows are on their way that the operator has asked for, which take the cursor with them.
    let isLeaving: Bool

    init?(_ screen: any Screen) {
        guard let pane = (screen as? any HasRows)?.chosen else { return nil }
        self = pane
    }

    fileprivate init?<Rows: ListRows>(_ pane: ListPane<Rows>) {
        guard let selected = pane.selected else { return nil }
        id = pane.rows.id(selected)
        rows = Set(pane.window.rows.map { pane.rows.id($0) })
        isLeaving = if case .replace(let target, _)? = pane.load { target != .keep } else { false }
    }
}

/// A screen with a list on it.
protocol HasRows {
    var chosen: Chosen? { get }
}

/// A screen that is a list.
protocol Slips {
    /// Moves the cursor to another row, as a list would that follows lines instead of records.
    mutating func slip()
}

extension ListScreen: HasRows, Slips {
    var chosen: Chosen? { Chosen(pane) }

    mutating func slip() {
        if pane.window.rows.count > 1 { pane.cursor = pane.cursor > 0 ? pane.cursor - 1 : 1 }
    }
}

extension DetailScreen: HasRows {
    var chosen: Chosen? { Chosen(pane) }
}
