import Domain
import TerminalUI
import Wording

/// A short list of columns over a list's rows: one letter sorts by a column, the same again turns the sort round.
struct SortChooser<Sort: Hashable & Sendable & RawRepresentable<String>>: Hashable, Sendable {
    /// A column to sort by, and the letter that chooses it.
    struct Option: Hashable, Sendable {
        let sort: Sort
        let title: Phrase
        let letter: Unicode.Scalar
    }

    /// What came of a press.
    enum Outcome: Hashable, Sendable {
        case stays, closes, reverses
        case takesSecondAway
        case chooses(Sort)
    }

    /// Whether the second column is chosen.
    let isSecond: Bool
    let options: [Option]
    private(set) var selected = 0

    init(_ columns: [(sort: Sort, title: Phrase)], isSecond: Bool, current: Sort?) {
        self.isSecond = isSecond
        var taken: Set<Unicode.Scalar> = []
        options = columns.map { sort, title in
            // The first letter of the field's name that no column before it has.
            let letter = sort.rawValue.lowercased().unicodeScalars.first { taken.insert($0).inserted } ?? "?"
            return Option(sort: sort, title: title, letter: letter)
        }
        selected = options.firstIndex { $0.sort == current } ?? 0
    }

    /// Takes a press; `nil` if it is no matter of this list's.
    mutating func handle(_ press: KeyPress) -> Outcome? {
        switch press.key {
        case .up: selected = max(selected - 1, 0)
        case .down: selected = min(selected + 1, max(options.count - 1, 0))
        case .enter: return options.indices.contains(selected) ? .chooses(options[selected].sort) : .closes
        case .delete, .backspace: return isSecond ? .takesSecondAway : .stays
        default:
            guard let letter = press.latin.character else { return nil }
            return outcome(of: letter)
        }
        return .stays
    }

    private func outcome(of letter: Unicode.Scalar) -> Outcome {
        if let option = options.first(where: { $0.letter == letter }) { return .chooses(option.sort) }
        // The key that opened this, once more.
        return letter == (isSecond ? "S" : "s") ? .reverses : .stays
    }

    func view(in area: Rect, order: ListOrder<Sort>, on canvas: inout Canvas) {
        let title: Phrase = isSecond ? "Then sort by" : "Sort by"
        let widest = options.map { canvas.width(of: $0.title) }.max() ?? 0
        let width = min(max(widest + 10, canvas.width(of: title) + 6), area.width)
        let box = Rect(x: area.x, y: area.y, width: width, height: min(options.count + 2, area.height))
        let inside = canvas.box(box, title: title)
        let top = max(0, selected - inside.height + 1)
        for (y, index) in zip(inside.rows, options.indices.dropFirst(top)) {
            let option = options[index]
            let role: CellRole = index == selected ? .selection : .text
            canvas.write("", x: inside.x, y: y, width: inside.width, role: role)
            canvas.write(
                String(Character(option.letter)), x: inside.x + 1, y: y, width: 1,
                role: index == selected ? role : .hintKey)
            canvas.say(option.title, x: inside.x + 3, y: y, width: inside.width - 6, role: role)
            canvas.write(
                sign(option.sort, order, canvas.glyphs), x: inside.maxX - 3, y: y, width: 2, role: role)
            if index == selected { canvas.cursor = Point(x: inside.x + 1, y: y) }
        }
    }

    private func sign(_ sort: Sort, _ order: ListOrder<Sort>, _ glyphs: Glyphs) -> String {
        func arrow(_ isDescending: Bool) -> String { String(Character(isDescending ? glyphs.down : glyphs.up)) }
        if sort == order.sort { return arrow(order.isDescending) + "1" }
        if let second = order.second, second.sort == sort { return arrow(second.isDescending) + "2" }
        return ""
    }
}
