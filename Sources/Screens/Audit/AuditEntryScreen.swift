import Domain
import TerminalUI
import Wording

/// An entry of the audit log: who, when and from where above, each changed field with both its values below.
struct AuditEntryScreen: Screen {
    let entry: AuditRecord
    private let format: Format
    private var top = 0
    private var height = 1

    init(_ entry: AuditRecord, format: Format) { (self.entry, self.format) = (entry, format) }

    var crumb: Phrase { AuditScreens.subject(entry) }
    var scopes: [Scope] { [.audit, .record, .moving, .screen] }

    private var facts: [DetailFact] {
        [
            DetailFact("What", phrase: AuditScreens.title(entry), role: .title),
            DetailFact("Record", phrase: AuditScreens.subject(entry)),
            DetailFact("By", entry.actorName), DetailFact("When", format.dateTime(entry.at)),
            DetailFact("Via", entry.source), DetailFact("Entry", String(entry.id)),
        ]
    }

    func refusal(of action: Action) -> Phrase? {
        switch action {
        case .open:
            AuditScreens.record(of: entry, format) == nil ? "This entry is about no record that can be opened." : nil
        case .refresh, .reverse: "An entry of the audit log never changes."
        default: nil
        }
    }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .open: return AuditScreens.record(of: entry, format).map { [.open($0)] } ?? []
        case .nextRecord: return [.turn(1)]
        case .previousRecord: return [.turn(-1)]
        case .down: top += 1
        case .up: top -= 1
        case .pageDown: top += height
        case .pageUp: top -= height
        case .first: top = 0
        case .last: top = entry.changes.count
        default: return nil
        }
        top = max(0, min(top, entry.changes.count - height))
        return []
    }

    mutating func resize(_ size: Size) { height = max(1, rows(in: Rect(size)).height - 1) }

    private func rows(in area: Rect) -> Rect {
        let (_, rest) = area.split(top: min((facts.count + 1) / 2, area.height * 2 / 5))
        return rest.height >= 4 ? rest.split(top: 1).rest : rest
    }

    func view(in area: Rect, on canvas: inout Canvas) {
        DetailFact.draw(facts, in: area.split(top: min((facts.count + 1) / 2, area.height * 2 / 5)).top, on: &canvas)
        let rows = rows(in: area)
        if rows.y > area.y + 1, rows.height >= 3 { canvas.line(x: rows.x, y: rows.y - 1, width: rows.width) }
        let layout = TableLayout(
            [
                Column("Field", .fixed(14)), Column("Before", .flexible(minimum: 8)),
                Column("Afterwards", .flexible(minimum: 8)),
            ], width: rows.width)
        let (header, body) = rows.split(top: rows.height >= 2 ? 1 : 0)
        if !header.isEmpty { layout.drawHeader(on: &canvas, x: header.x, y: header.y) }
        for (y, change) in zip(body.rows, entry.changes.dropFirst(top)) {
            let cells = [
                TableCell(change.field, role: .hint), TableCell(change.old ?? "–", role: .dim),
                TableCell(change.new ?? "–"),
            ]
            layout.drawRow(cells, on: &canvas, x: body.x, y: y)
        }
        canvas.cursor = Point(x: body.x, y: body.y)
    }
}
