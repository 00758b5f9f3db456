import Domain
import TerminalUI
import Wording

/// An order as a text that a receipt printer, a mail or a chat takes: 42 columns, what most of them print.
struct Receipt: Sendable {
    static let width = 42

    let order: Order
    let format: Format

    /// The lines of the receipt, none wider than ``width``.
    var lines: [String] {
        var lines = [
            between(say("Order \(order.id)"), format.dateTime(order.createdAt)), fitted(order.customer), rule,
        ]
        for line in order.lines { lines += self.lines(of: line) }
        lines += [rule, between(say("Total"), format.money(order.total)), say("Status: \(order.status.title)")]
        if let note = order.note { lines += wrapped(note) }
        return lines
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private var rule: String { String(repeating: "-", count: Self.width) }

    private func lines(of line: OrderLine) -> [String] {
        let reduced = line.discount == .zero ? "" : " -\(format.number(line.discount))%"
        let count = "\(format.count(line.quantity)) x \(format.amount(line.price))\(reduced)"
        return wrapped("\(line.sku)  \(line.name)") + [between("  " + count, format.amount(line.total))]
    }

    private func say(_ phrase: Phrase) -> String { fitted(format.language.text(phrase)) }

    /// Two texts at the two edges; the left one is cut where both find no room.
    private func between(_ left: String, _ right: String) -> String {
        let room = max(Self.width - Canvas.width(of: right) - 1, 0)
        let cut = fitted(left, in: room)
        return cut + String(repeating: " ", count: max(Self.width - Canvas.width(of: cut) - Canvas.width(of: right), 1))
            + right
    }

    private func fitted(_ text: String, in width: Int = Receipt.width) -> String { Canvas.plain(text, width: width) }

    /// A text in as many lines as it needs, at most six, parted where one is full.
    private func wrapped(_ text: String) -> [String] {
        var rest = Canvas.plain(text)[...]
        var lines: [String] = []
        while !rest.isEmpty && lines.count < 6 {
            let line = fitted(String(rest))
            guard !line.isEmpty else { break }
            lines.append(line)
            rest = rest.dropFirst(line.count)
        }
        return lines
    }
}
