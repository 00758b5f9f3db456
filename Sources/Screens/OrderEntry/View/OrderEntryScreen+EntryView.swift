import Domain
import TerminalUI

extension OrderEntryScreen {
    /// The line field in the first row of `area`, and what it may mean beside and below it.
    func drawEntry(in area: Rect, on canvas: inout Canvas) {
        let width = EntryLayout.entryWidth(area)
        let x = area.x + TableLayout.gutter
        let isFocused = focus == .entry
        if isFocused { canvas.put(canvas.glyphs.cursor, x: area.x, y: area.y) }
        entry.draw(on: &canvas, x: x, y: area.y, width: min(width, area.maxX - x), isFocused: isFocused)
        let beside = x + width + 1
        let isBeside = area.maxX - beside >= 20
        let left = isBeside ? beside : min(x, area.maxX)
        let hints = Rect(x: left, y: area.y, width: area.maxX - left, height: area.height)
        drawHits(in: isBeside ? hints : hints.split(top: 1).rest, on: &canvas)
    }

    private func drawHits(in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty, focus == .entry else { return }
        if let (text, role) = preview {
            canvas.write(text, x: area.x, y: area.y, width: area.width, role: role)
            return
        }
        let items = products.items
        let height = min(area.height, products.isExpanded ? area.height : EntryLookup<Product>.short, items.count)
        let first = max(0, products.selected - height + 1)
        let wanted = wantedPieces
        for row in 0..<height {
            draw(
                items[first + row], wanted: wanted, isSelected: first + row == products.selected,
                in: Rect(x: area.x, y: area.y + row, width: area.width, height: 1), on: &canvas)
        }
    }

    /// The pieces that the field asks for, with those that are on the line already.
    private var wantedPieces: Int {
        guard let entry = try? LineEntry(entry.text), case .add(let quantity, _) = entry else { return 1 }
        return quantity
    }

    /// What Enter would do where it adds no line, or why it can't.
    private var preview: (String, CellRole)? {
        do throws(Violation) {
            switch try LineEntry(entry.text) {
            case .nothing: return nil
            case .add(_, let words):
                return products.isAnswer(to: words) && products.items.isEmpty
                    ? ("no product “\(words)”", .warning) : nil
            case .setLast(let quantity):
                let line = lastLine.map { draft.lines[$0].name }
                return (line.map { "\(format.count(quantity)) pieces of \($0)" } ?? "there is no line yet", .hint)
            case .removeLast:
                return (lastLine.map { "removes \(draft.lines[$0].name)" } ?? "there is no line yet", .hint)
            case .note(let note): return (note.isEmpty ? "removes the note" : "note of the order", .hint)
            }
        } catch {
            return (error.message, .warning)
        }
    }

    private func draw(_ product: Product, wanted: Int, isSelected: Bool, in row: Rect, on canvas: inout Canvas) {
        let role: CellRole = isSelected ? .selection : .text
        canvas.fill(row, role: role)
        if isSelected { canvas.put(canvas.glyphs.cursor, x: row.x, y: row.y, role: role) }
        let (mark, rest) = row.split(left: 2)
        let taken = draft.lines.index(of: product.id).map { draft.lines[$0].quantity } ?? 0
        let isShort = taken + wanted > product.stock
        let stock = (row.width >= 48 ? "stock " : "") + format.count(product.stock) + (isShort ? " !" : "  ")
        let price = format.amount(product.price)
        let (most, last) = rest.split(right: min(rest.width / 3, Canvas.width(of: stock) + 1))
        let (middle, amount) = most.split(right: min(most.width / 2, Canvas.width(of: price) + 1))
        let (code, name) = middle.split(left: min(middle.width / 2, row.width >= 48 ? 11 : 9))
        canvas.write(product.sku, x: code.x, y: mark.y, width: code.width - 1, role: role)
        canvas.write(product.name, x: name.x, y: mark.y, width: name.width, role: role)
        canvas.write(price, x: amount.x, y: mark.y, width: amount.width, role: role, align: .right)
        canvas.write(stock, x: last.x, y: mark.y, width: last.width, role: isShort ? .error : role, align: .right)
    }
}
