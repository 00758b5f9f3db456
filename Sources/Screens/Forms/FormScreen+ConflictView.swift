import TerminalUI
import Wording

extension FormScreen {
    /// What the panel takes below the fields: a row for each field where there is room, or else the focused one's.
    func panelHeight(in area: Rect) -> Int {
        if conflict.isEmpty { return 0 }
        let wanted = isTable(area) ? conflict.rows.count + 2 : 3
        return area.height >= fields.count + wanted ? wanted : 0
    }

    private func isTable(_ area: Rect) -> Bool {
        area.width >= 60 && area.height >= fields.count + conflict.rows.count + 2
    }

    /// Draws base, theirs and mine; the text that will be saved stands in brackets.
    func drawPanel(in panel: Rect, of area: Rect, on canvas: inout Canvas) {
        guard !panel.isEmpty else { return }
        if isTable(area) { drawTable(in: panel, on: &canvas) } else { drawFocused(in: panel, on: &canvas) }
    }

    private func drawTable(in panel: Rect, on canvas: inout Canvas) {
        canvas.line(x: panel.x, y: panel.y, width: panel.width)
        let (label, rest) = panel.inset(dx: 1).split(left: labelWidth)
        let width = rest.width / 3
        let headings: [Phrase] = ["It was", "Theirs", "Yours"]
        canvas.say("Conflict", x: label.x, y: panel.y + 1, width: label.width, role: .heading)
        for (column, heading) in headings.enumerated() {
            canvas.say(heading, x: rest.x + column * width + 1, y: panel.y + 1, width: width - 1, role: .heading)
        }
        for (line, row) in conflict.rows.enumerated() {
            let y = panel.y + 2 + line
            let isFocused = fields[focus].name == row.field
            if row.choice == .undecided { canvas.write("?", x: panel.x, y: y, role: .warning) }
            canvas.say(row.label, x: label.x, y: y, width: label.width - 1, role: isFocused ? .title : .text)
            for (column, text) in texts(of: row).enumerated() {
                draw(text, x: rest.x + column * width, y: y, width: width, on: &canvas)
            }
        }
    }

    private func drawFocused(in panel: Rect, on canvas: inout Canvas) {
        guard let row = conflict[fields[focus].name] else {
            let names = Phrase.joined(conflict.rows.map(\.label), by: ", ")
            canvas.say(
                "Changed by somebody else: \(names)", x: panel.x + 1, y: panel.maxY - 1, width: panel.width - 1,
                role: .warning)
            return
        }
        let (label, rest) = panel.inset(dx: 1).split(left: min(labelWidth, panel.width / 3))
        let labels: [Phrase] = ["It was", "Theirs", "Yours"]
        for (line, (name, text)) in zip(labels, texts(of: row)).enumerated() {
            canvas.say(name, x: label.x, y: panel.y + line, width: label.width - 1, role: .heading)
            draw(text, x: rest.x - 1, y: panel.y + line, width: rest.width, on: &canvas)
        }
    }

    private struct PanelText {
        let text: String
        /// Whether it is what will be saved.
        let isChosen: Bool
        var isDim = false
    }

    private func texts(of row: FormConflict.Row) -> [PanelText] {
        let typed = fields.first { $0.name == row.field }?.text ?? ""
        return [
            PanelText(text: row.base, isChosen: false, isDim: true),
            PanelText(text: row.theirs, isChosen: row.choice == .theirs),
            PanelText(text: row.choice == .theirs ? row.mine : typed, isChosen: row.choice == .mine),
        ]
    }

    private func draw(_ text: PanelText, x: Int, y: Int, width: Int, on canvas: inout Canvas) {
        let role: CellRole = text.isDim ? .dim : text.isChosen ? .mark : .text
        let used = canvas.write(text.text, x: x + 1, y: y, width: width - 2, role: role, fills: false)
        guard text.isChosen else { return }
        canvas.write("[", x: x, y: y, role: .mark)
        canvas.write("]", x: x + 1 + used, y: y, role: .mark)
    }
}
