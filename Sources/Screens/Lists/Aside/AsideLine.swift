import TerminalUI
import Wording

/// A line of the record beside a list.
enum AsideLine: Hashable, Sendable {
    case title(Phrase)
    /// The heading of the rows that follow.
    case heading(Phrase)
    case fact(DetailFact)
    /// A row: what it is, and behind it, at the edge, an amount or a number.
    case row(TableCell, TableCell)

    func draw(in line: Rect, on canvas: inout Canvas) {
        switch self {
        case .title(let text): canvas.say(text, x: line.x, y: line.y, width: line.width, role: .title)
        case .heading(let text): canvas.say(text, x: line.x, y: line.y, width: line.width, role: .heading)
        case .fact(let fact):
            let (label, value) = line.split(left: min(10, line.width / 3))
            canvas.say(fact.label, x: label.x, y: line.y, width: label.width - 1, role: .hint)
            canvas.say(fact.value, x: value.x, y: line.y, width: value.width, role: fact.role)
        case .row(let left, let right):
            let end = right.text(in: canvas.language)
            let (rest, edge) = line.split(right: end.isEmpty ? 0 : Canvas.width(of: end) + 1)
            canvas.write(
                left.text(in: canvas.language), x: rest.x + 1, y: line.y, width: rest.width - 1, role: left.role)
            canvas.write(end, x: edge.x + 1, y: line.y, width: edge.width - 1, role: right.role)
        }
    }
}
