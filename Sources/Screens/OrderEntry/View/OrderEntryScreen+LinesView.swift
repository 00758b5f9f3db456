import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    /// The header, the lines in sight, and the field behind the last of them.
    func drawLines(_ layout: EntryLayout, on canvas: inout Canvas) {
        let table = EntryLayout.table(
            width: layout.body.width, money: Canvas.width(of: format.amount(draft.lines.total)),
            hasDiscounts: draft.lines.discountedCount > 0)
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
        canvas.spot(Rect(x: x, y: y, width: canvas.size.width - x, height: 1), .row(index))
        let isSelected = focus == .line(index)
        let discount = TableCell(line.discount == .zero ? "" : format.number(line.discount))
        let cells: [TableCell] =
            [
                TableCell("\(index + 1)", role: .dim), TableCell(line.sku), TableCell(line.name),
                TableCell(format.count(line.quantity)),
            ] + (draft.lines.discountedCount > 0 ? [discount] : []) + [
                TableCell(format.amount(line.price)),
                TableCell(format.amount(line.total ?? .zero), role: .money),
                TableCell(
                    format.count(line.stock) + (line.isShort ? " !" : "  "), role: line.isShort ? .error : .dim),
            ]
        table.drawRow(
            cells, on: &canvas, x: x, y: y, isSelected: isSelected, isMarked: lastTouched == line.product)
        drawProblem(of: line, table, x: x, y: y, isSelected: isSelected, on: &canvas)
        if isSelected { canvas.cursor = Point(x: x, y: y) }
        if focus == .quantity(index) { drawQuantity(table, x: x, y: y, on: &canvas) }
    }

    /// Draws the quantity and discount being typed in the column of quantities; over the line where that finds no room.
    private func drawQuantity(_ table: TableLayout, x: Int, y: Int, on canvas: inout Canvas) {
        canvas.put(canvas.glyphs.cursor, x: x, y: y)
        let slot = table.slots.first { $0.column == EntryLayout.Cells.quantity && $0.width > 1 }
        let (start, width) = slot.map { ($0.x, $0.width) } ?? (0, table.width)
        quantity.draw(on: &canvas, x: x + start, y: y, width: width, isFocused: true)
    }

    /// Writes what is wrong with a line behind its name, in words; in short where they would hide what it is about.
    private func drawProblem(
        of line: DraftLine, _ table: TableLayout, x: Int, y: Int, isSelected: Bool, on canvas: inout Canvas
    ) {
        let showsCode = table.slots.contains { $0.column == EntryLayout.Cells.code }
        guard let slot = table.slots.first(where: { $0.column == EntryLayout.Cells.product }) else { return }
        let full = problem(of: line, isShort: false, on: canvas)
        let fits = Canvas.width(of: full) <= (showsCode ? slot.width : slot.width - 6)
        let words = fits ? full : problem(of: line, isShort: true, on: canvas)
        guard !words.isEmpty else { return }
        let width = min(slot.width, Canvas.width(of: words))
        let left = slot.width - width
        canvas.write("", x: x + slot.x, y: y, width: left, role: isSelected ? .selection : .text)
        if left > 1 {
            canvas.write(line.name, x: x + slot.x, y: y, width: left - 1, role: isSelected ? .selection : .text)
        }
        let role: CellRole = line.isShort || line.isGone ? .error : .warning
        canvas.write(words, x: x + slot.x + left, y: y, width: width, role: role)
    }

    private func problem(of line: DraftLine, isShort: Bool, on canvas: Canvas) -> String {
        let language = canvas.language
        if line.isGone { return language.text(isShort ? "gone" : "no longer sold") }
        var words: [String] = []
        if line.isShort {
            let (have, want) = (format.count(line.stock), format.count(line.quantity))
            words.append(language.text(isShort ? "have \(have)" : "have \(have), want \(want)"))
        }
        if let new = line.newPrice {
            let arrow = canvas.glyphs.isASCII ? "->" : "→"
            words.append((isShort ? "" : format.amount(line.price) + " ") + "\(arrow) \(format.amount(new))")
        }
        return words.joined(separator: "; ")
    }
}
