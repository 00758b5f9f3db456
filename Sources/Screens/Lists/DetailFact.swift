import TerminalUI
import Wording

/// A named value of a record.
struct DetailFact: Hashable, Sendable {
    let label: Phrase
    let value: Phrase
    let role: CellRole

    /// A value that is data.
    init(_ label: Phrase, _ value: String, role: CellRole = .text) {
        self.init(label, phrase: Phrase(verbatim: value), role: role)
    }

    /// A value in words.
    init(_ label: Phrase, phrase: Phrase, role: CellRole = .text) {
        (self.label, value, self.role) = (label, phrase, role)
    }

    /// In how many columns facts stand.
    static func columns(_ width: Int) -> Int { width >= 64 ? 2 : 1 }

    /// Draws facts, as many as there is room for.
    static func draw(_ facts: [DetailFact], in area: Rect, on canvas: inout Canvas) {
        if canvas.notes != nil {
            let language = canvas.language
            let texts = facts.map { "\(language.text($0.label)): \(language.text($0.value))" }
            canvas.notes?.summary = texts.joined(separator: ", ")
        }
        let columns = columns(area.width)
        let width = area.width / columns
        for (index, fact) in facts.enumerated() where index / columns < area.height {
            let x = area.x + index % columns * width + 1
            let y = area.y + index / columns
            let label = min(9, width)
            canvas.say(fact.label, x: x, y: y, width: label, role: .hint)
            canvas.say(fact.value, x: x + label, y: y, width: width - label - 2, role: fact.role)
        }
    }
}
