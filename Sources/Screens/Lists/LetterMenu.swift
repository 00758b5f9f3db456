import TerminalUI
import Wording

/// A short list over a list's rows, of which one letter chooses.
struct LetterMenu<Value: Hashable & Sendable>: Hashable, Sendable {
    struct Option: Hashable, Sendable {
        let value: Value
        let title: Phrase
        let letter: Unicode.Scalar
    }

    /// What came of a press.
    enum Outcome: Hashable, Sendable {
        case stays, closes
        case chooses(Value)
        /// A letter that no option has.
        case letter(Unicode.Scalar)
    }

    let title: Phrase
    let options: [Option]
    private(set) var selected: Int

    /// A menu whose letters are each the first one of an option's name that no option before it has.
    init(_ title: Phrase, _ values: [(value: Value, name: String, title: Phrase)], selected: Value? = nil) {
        self.title = title
        var taken: Set<Unicode.Scalar> = []
        options = values.map { value, name, title in
            let letter = name.lowercased().unicodeScalars.first { taken.insert($0).inserted } ?? "?"
            return Option(value: value, title: title, letter: letter)
        }
        self.selected = options.firstIndex { $0.value == selected } ?? 0
    }

    /// What is selected.
    var value: Value? { options.indices.contains(selected) ? options[selected].value : nil }

    /// Selects an option that was clicked.
    mutating func select(_ index: Int) { selected = min(max(index, 0), max(options.count - 1, 0)) }

    /// Takes a press; `nil` if it is no matter of this menu's.
    mutating func handle(_ press: KeyPress) -> Outcome? {
        switch press.key {
        case .up: selected = max(selected - 1, 0)
        case .down: selected = min(selected + 1, max(options.count - 1, 0))
        case .enter: return options.indices.contains(selected) ? .chooses(options[selected].value) : .closes
        default:
            guard let letter = press.latin.character else { return nil }
            // A name may begin with a Cyrillic letter, which is then typed as it is.
            let typed = press.character.flatMap { $0.isASCII ? nil : String($0).lowercased().unicodeScalars.first }
            let option = options.first { $0.letter == letter } ?? options.first { $0.letter == typed }
            return option.map { .chooses($0.value) } ?? .letter(letter)
        }
        return .stays
    }

    /// Draws it in the upper left corner, with a sign behind some options.
    func view(in area: Rect, on canvas: inout Canvas, sign: (Value) -> String = { _ in "" }) {
        let widest = options.map { canvas.width(of: $0.title) }.max() ?? 0
        let width = min(max(widest + 10, canvas.width(of: title) + 6), area.width)
        let box = Rect(x: area.x, y: area.y, width: width, height: min(options.count + 2, area.height))
        let inside = canvas.box(box, title: title)
        canvas.coverSpots()
        let top = max(0, selected - inside.height + 1)
        for (y, index) in zip(inside.rows, options.indices.dropFirst(top)) {
            let option = options[index]
            let role: CellRole = index == selected ? .selection : .text
            canvas.spot(Rect(x: inside.x, y: y, width: inside.width, height: 1), .choice(index))
            canvas.write("", x: inside.x, y: y, width: inside.width, role: role)
            canvas.write(
                String(Character(option.letter)), x: inside.x + 1, y: y, width: 1,
                role: index == selected ? role : .hintKey)
            canvas.say(option.title, x: inside.x + 3, y: y, width: inside.width - 6, role: role)
            canvas.write(sign(option.value), x: inside.maxX - 3, y: y, width: 2, role: role)
            if index == selected { canvas.cursor = Point(x: inside.x + 1, y: y) }
        }
    }
}
