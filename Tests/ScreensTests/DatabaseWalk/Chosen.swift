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

private protocol HasRows {
    var chosen: Chosen? { get }
}

extension ListScreen: HasRows {
    fileprivate var chosen: Chosen? { Chosen(pane) }
}

extension DetailScreen: HasRows {
    fileprivate var chosen: Chosen? { Chosen(pane) }
}
