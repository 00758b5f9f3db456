import Domain
import TerminalUI
import Wording

/// The list of columns to sort by: one letter sorts by a column, the same again turns the sort round.
struct SortChooser<Sort: Hashable & Sendable & RawRepresentable<String>>: Hashable, Sendable {
    /// What came of a press.
    enum Outcome: Hashable, Sendable {
        case stays, closes, reverses
        case takesSecondAway
        case chooses(Sort)
    }

    /// Whether the second column is chosen.
    let isSecond: Bool
    private var menu: LetterMenu<Sort>

    init(_ columns: [(sort: Sort, title: Phrase)], isSecond: Bool, current: Sort?) {
        self.isSecond = isSecond
        menu = LetterMenu(
            isSecond ? "Then sort by" : "Sort by", columns.map { ($0.sort, $0.sort.rawValue, $0.title) },
            selected: current)
    }

    /// Selects a column that was clicked.
    mutating func select(_ index: Int) { menu.select(index) }

    /// Takes a press; `nil` if it is no matter of this list's.
    mutating func handle(_ press: KeyPress) -> Outcome? {
        if isSecond && (press.key == .delete || press.key == .backspace) { return .takesSecondAway }
        return switch menu.handle(press) {
        case .chooses(let sort): .chooses(sort)
        case .closes: .closes
        // The key that opened this, once more.
        case .letter(let letter) where letter == (isSecond ? "S" : "s"): .reverses
        case .stays, .letter: .stays
        case nil: nil
        }
    }

    func view(in area: Rect, order: ListOrder<Sort>, on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        func arrow(_ isDescending: Bool) -> String { String(Character(isDescending ? glyphs.down : glyphs.up)) }
        menu.view(in: area, on: &canvas) { sort in
            if sort == order.sort { return arrow(order.isDescending) + "1" }
            if let second = order.second, second.sort == sort { return arrow(second.isDescending) + "2" }
            return ""
        }
    }
}
