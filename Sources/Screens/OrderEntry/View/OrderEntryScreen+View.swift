package import TerminalUI

extension OrderEntryScreen {
    /// What the screen is called in the status line.
    package var title: String { draft.isInFlight ? "Order on its way" : "New order" }

    /// Draws the order into `area` and puts the hardware cursor where keys go.
    ///
    /// Only lines in sight are visited.
    package func view(in area: Rect, on canvas: inout Canvas) {
        let area = area.intersection(canvas.bounds)
        guard !area.isEmpty else { return }
        let layout = EntryLayout(area, focus: focus)
        for rule in [layout.topRule, layout.bottomRule] where !rule.isEmpty {
            canvas.line(x: rule.x, y: rule.y, width: rule.width)
        }
        drawCustomer(in: layout.customer, on: &canvas)
        drawLines(layout, on: &canvas)
        drawTotals(in: layout.totals, on: &canvas)
        drawFoot(in: layout.foot, on: &canvas)
        if focus == .totals { drawPanel(over: layout.body, on: &canvas) }
        if focus == .customer { drawCandidates(below: layout.customer, in: area, on: &canvas) }
    }

    private func drawTotals(in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty else { return }
        let total = format.total(draft.lines.total)
        let label = area.width >= 40 ? "TOTAL  " : ""
        let width = min(area.width, Canvas.width(of: label + total) + 1)
        let x = area.maxX - width
        let role: CellRole = focus == .totals ? .selection : .money
        var left = area.width >= 50 ? " Lines " : " "
        left += format.count(draft.lines.count)
        left +=
            area.width >= 50
            ? "   Pieces \(format.count(draft.lines.pieces))" : " / \(format.count(draft.lines.pieces))"
        var used = canvas.write(left, x: area.x, y: area.y, width: max(0, area.width - width), role: .status)
        for (text, role) in warnings where used + text.count + 3 < area.width - width {
            used += 3 + canvas.write(text, x: area.x + used + 3, y: area.y, role: role)
        }
        canvas.write(label + total + " ", x: x, y: area.y, width: width, role: role, align: .right)
        if focus == .totals { canvas.cursor = Point(x: x, y: area.y) }
    }

    /// What the operator should know before Enter, each in words.
    private var warnings: [(String, CellRole)] {
        var texts: [(String, CellRole)] = []
        if !queue.isEmpty { texts.append(("\(queue.count) waiting", .warning)) }
        if !misses.isEmpty { texts.append(("\(misses.count) not found", .error)) }
        if draft.lines.shortCount > 0 { texts.append(("! \(draft.lines.shortCount) short", .error)) }
        if draft.lines.repricedCount > 0 { texts.append(("\(draft.lines.repricedCount) repriced", .warning)) }
        if draft.lines.goneCount > 0 { texts.append(("\(draft.lines.goneCount) not sold", .error)) }
        return texts
    }

    private func drawFoot(in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty else { return }
        let saved = savedAt.map { "draft saved \(format.clock($0)) " } ?? ""
        let width = min(area.width, Canvas.width(of: saved))
        if let note = draft.note {
            canvas.write(" Note  \(note)", x: area.x, y: area.y, width: area.width - width)
        }
        canvas.write(saved, x: area.maxX - width, y: area.y, width: width, role: .dim)
    }

    /// The total so large that the customer can read it too, with what is about to be placed.
    private func drawPanel(over body: Rect, on canvas: inout Canvas) {
        let height = draft.note == nil ? 8 : 9
        guard body.height > height, body.width >= 40 else { return }
        let width = min(body.width, 62)
        let box = Rect(x: body.x + (body.width - width) / 2, y: body.maxY - height, width: width, height: height)
        let inside = canvas.box(box, title: "Total").inset(dx: 1)
        let amount = format.amount(draft.lines.total)
        let rows = canvas.glyphs.isASCII ? nil : LargeDigits.rows(amount)
        if let rows, rows[0].count <= inside.width {
            for (y, row) in rows.enumerated() {
                canvas.write(row, x: inside.x, y: inside.y + y, width: inside.width, role: .money, align: .center)
            }
        } else {
            let total = format.total(draft.lines.total)
            canvas.write(total, x: inside.x, y: inside.y + 1, width: inside.width, role: .money, align: .center)
        }
        let pieces = "\(format.count(draft.lines.count)) lines, \(format.count(draft.lines.pieces)) pieces"
        let whom = draft.customer?.name ?? pendingCustomer ?? ""
        canvas.write(
            "\(whom), \(pieces)", x: inside.x, y: inside.y + 4, width: inside.width, role: .title, align: .center)
        if let note = draft.note {
            canvas.write(note, x: inside.x, y: inside.y + 5, width: inside.width, align: .center)
        }
        let hint = isOutcomeUnknown ? "Enter asks again" : hold == nil ? "Enter places the order" : "Placing"
        canvas.write(hint, x: inside.x, y: inside.maxY - 1, width: inside.width, role: .hint, align: .center)
    }
}
