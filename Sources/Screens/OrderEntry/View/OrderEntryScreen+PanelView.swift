import TerminalUI
import Wording

extension OrderEntryScreen {
    /// Draws the total so large that the customer can read it too, with what is about to be placed.
    ///
    /// Where there is no room for the panel, the row of totals says it all.
    func drawPanel(over body: Rect, on canvas: inout Canvas) {
        let isLow = body.height < 9
        let height = isLow ? 7 : draft.note == nil ? 8 : 9
        guard body.height >= height, body.width >= 40 else { return }
        let width = min(body.width, 62)
        let box = Rect(x: body.x + (body.width - width) / 2, y: body.maxY - height, width: width, height: height)
        var rest = canvas.box(box, title: "Total").inset(dx: 1)
        let (digits, below) = rest.split(top: 3)
        drawAmount(in: digits, on: &canvas)
        (_, rest) = below.split(top: isLow ? 0 : 1)
        let (whom, _) = rest.split(top: 1)
        let lines = format.counted(draft.lines.count, "line")
        let pieces = format.counted(draft.lines.pieces, "piece")
        let name = draft.customer?.name ?? pendingCustomer ?? ""
        write("\(name), \(lines), \(pieces)", .title, in: whom, on: &canvas)
        if let note = draft.note, !isLow { write(Phrase(verbatim: note), .text, in: rest.row(1), on: &canvas) }
        write(totalsHint, .hint, in: rest.row(rest.height - 1), on: &canvas)
    }

    /// What Enter does on the totals.
    var totalsHint: Phrase {
        if hold != nil { return "Placing" }
        return isOutcomeUnknown ? "Enter asks again" : "Enter places the order, Esc goes back"
    }

    private func drawAmount(in area: Rect, on canvas: inout Canvas) {
        let rows = canvas.glyphs.isASCII ? nil : LargeDigits.rows(format.amount(draft.lines.total))
        guard let rows, rows[0].count <= area.width else {
            write(Phrase(verbatim: format.total(draft.lines.total)), .money, in: area.row(1), on: &canvas)
            return
        }
        for (index, row) in rows.enumerated() { write(Phrase(verbatim: row), .money, in: area.row(index), on: &canvas) }
    }

    private func write(_ text: Phrase, _ role: CellRole, in row: Rect, on canvas: inout Canvas) {
        canvas.say(text, x: row.x, y: row.y, width: row.width, role: role, align: .center)
    }
}
