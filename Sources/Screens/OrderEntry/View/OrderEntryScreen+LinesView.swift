import Domain
import TerminalUI

extension OrderEntryScreen {
    /// The header, the lines in sight, and the field behind the last of them.
    func drawLines(_ layout: EntryLayout, on canvas: inout Canvas) {
        let table = EntryLayout.table(
            width: layout.body.width, money: Canvas.width(of: format.amount(draft.lines.total)))
        if !layout.header.isEmpty { table.drawHeader(on: &canvas, x: layout.header.x, y: layout.header.y) }
        let body = layout.body
        guard !body.isEmpty else { return }
        let visible = self.visible(in: body)
        for index in visible where index < draft.lines.count {
            drawLine(index, table, x: body.x, y: body.y + index - visible.lowerBound, on: &canvas)
        }
        if visible.contains(draft.lines.count) {
            let y = body.y + draft.lines.count - visible.lowerBound
            drawEntry(in: Rect(x: body.x, y: y, width: body.width, height: body.maxY - y), on: &canvas)
        }
    }

    /// The rows in sight: the lines, and behind them the field.
    ///
    /// The focused row stays in the middle where it can.
    private func visible(in body: Rect) -> Range<Int> {
        let count = draft.lines.count + 1
        switch focus {
        case .line(let index), .quantity(let index):
            let top = max(0, min(index - body.height / 2, count - body.height))
            return top..<min(count, top + body.height)
        case .customer, .entry, .totals:
            let free = products.isExpanded ? body.height - 1 : EntryLayout.reserve(body)
            let top = max(0, count - max(1, body.height - free))
            return top..<count
        }
    }

    private func drawLine(_ index: Int, _ table: TableLayout, x: Int, y: Int, on canvas: inout Canvas) {
        let line = draft.lines[index]
        let isSelected = focus == .line(index)
        let cells: [TableCell] = [
            TableCell("\(index + 1)", role: .dim), TableCell(line.sku), TableCell(line.name),
            TableCell(format.count(line.quantity)), TableCell(format.amount(line.price)),
            TableCell(format.amount(line.total ?? .zero), role: .money),
            TableCell(
                format.count(line.stock) + (line.isShort ? " !" : "  "), role: line.isShort ? .error : .dim),
        ]
        table.drawRow(
            cells, on: &canvas, x: x, y: y, isSelected: isSelected, isMarked: lastTouched == line.product)
        drawProblem(of: line, table, x: x, y: y, isSelected: isSelected, on: &canvas)
        if isSelected { canvas.cursor = Point(x: x, y: y) }
        guard focus == .quantity(index),
            let slot = table.slots.first(where: { $0.column == EntryLayout.Cells.quantity })
        else { return }
        canvas.put(canvas.glyphs.cursor, x: x, y: y)
        quantity.draw(on: &canvas, x: x + slot.x, y: y, width: slot.width, isFocused: true)
    }

    /// Writes what is wrong with a line behind its name, in words.
    private func drawProblem(
        of line: DraftLine, _ table: TableLayout, x: Int, y: Int, isSelected: Bool, on canvas: inout Canvas
    ) {
        let words = problem(of: line, on: canvas)
        guard !words.isEmpty, let slot = table.slots.first(where: { $0.column == EntryLayout.Cells.product }) else {
            return
        }
        let width = min(slot.width, Canvas.width(of: words))
        let name = slot.width - width - 1
        if name > 0 {
            let role: CellRole = isSelected ? .selection : .text
            canvas.write(line.name, x: x + slot.x, y: y, width: name, role: role)
        }
        let role: CellRole = line.isShort || line.isGone ? .error : .warning
        canvas.write(words, x: x + slot.x + slot.width - width, y: y, width: width, role: role)
    }

    private func problem(of line: DraftLine, on canvas: Canvas) -> String {
        if line.isGone { return "no longer sold" }
        var words: [String] = []
        if line.isShort { words.append("have \(format.count(line.stock)), want \(format.count(line.quantity))") }
        if let new = line.newPrice {
            let arrow = canvas.glyphs.isASCII ? "->" : "→"
            words.append("\(format.amount(line.price)) \(arrow) \(format.amount(new))")
        }
        return words.joined(separator: "; ")
    }
}
