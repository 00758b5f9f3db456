import Domain
package import TerminalUI
package import Wording

extension OrderEntryScreen {
    /// What the screen is called in the status line.
    package var title: Phrase { draft.isInFlight ? "Order on its way" : "New order" }

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
        keepCursor(in: area, on: &canvas)
        if canvas.notes != nil { canvas.notes?.summary = summary(in: canvas.language) }
    }

    /// The line that was touched last, and what the order comes to.
    private func summary(in language: Language) -> String {
        guard draft.lines.count > 0 else { return "" }
        let line = lastLine.map { draft.lines[$0] }
        let touched = line.map {
            "\(format.count($0.quantity)) \($0.sku) \($0.name), \(format.amount($0.total ?? .zero)). "
        }
        let (lines, pieces) = (format.count(draft.lines.count), format.count(draft.lines.pieces))
        let sums = language.text("Lines \(lines)   Pieces \(pieces)   TOTAL  \(format.total(draft.lines.total))")
        return (touched ?? "") + sums
    }

    /// Keeps the cursor on the screen where its part found no room.
    private func keepCursor(in area: Rect, on canvas: inout Canvas) {
        let place = canvas.cursor ?? Point(x: area.x, y: area.y)
        canvas.cursor = Point(
            x: min(max(place.x, area.x), area.maxX - 1), y: min(max(place.y, area.y), area.maxY - 1))
    }

    private func drawTotals(in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty else { return }
        canvas.spot(area, .field(Self.fieldNumbers.totals))
        let total = format.total(draft.lines.total)
        let label = area.width >= 40 ? canvas.language.text("TOTAL  ") : ""
        let width = min(area.width, Canvas.width(of: label + total) + 1)
        let x = area.maxX - width
        let role: CellRole = focus == .totals ? .selection : .money
        let (lines, pieces) = (format.count(draft.lines.count), format.count(draft.lines.pieces))
        let left: Phrase = area.width >= 50 ? " Lines \(lines)   Pieces \(pieces)" : " \(lines) / \(pieces)"
        var used = canvas.say(left, x: area.x, y: area.y, width: max(0, area.width - width), role: .status)
        for (text, role) in warnings where used + canvas.width(of: text) + 3 < area.width - width {
            used += 3 + canvas.say(text, x: area.x + used + 3, y: area.y, role: role)
        }
        canvas.write(label + total + " ", x: x, y: area.y, width: width, role: role, align: .right)
        if focus == .totals { canvas.cursor = Point(x: x, y: area.y) }
    }

    /// What the operator should know before Enter, each in words.
    private var warnings: [(Phrase, CellRole)] {
        var texts: [(Phrase, CellRole)] = []
        if !queue.isEmpty { texts.append(("\(queue.count) waiting", .warning)) }
        if !misses.isEmpty { texts.append(("\(misses.count) not found", .error)) }
        if draft.lines.shortCount > 0 { texts.append(("! \(draft.lines.shortCount) short", .error)) }
        if draft.lines.repricedCount > 0 { texts.append(("\(draft.lines.repricedCount) repriced", .warning)) }
        if draft.lines.goneCount > 0 { texts.append(("\(draft.lines.goneCount) not sold", .error)) }
        if draft.lines.discounts > .zero { texts.append(("\(format.amount(draft.lines.discounts)) off", .hint)) }
        return texts
    }

    private func drawFoot(in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty else { return }
        let saved = savedAt.map { canvas.language.text("draft saved \(format.clock($0)) ") } ?? ""
        let width = min(area.width, Canvas.width(of: saved))
        if let note = draft.note {
            canvas.say(" Note  \(note)", x: area.x, y: area.y, width: area.width - width)
        }
        canvas.write(saved, x: area.maxX - width, y: area.y, width: width, role: .dim)
    }
}
