import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    /// The line field in the first row of `area`, and what it may mean beside and below it.
    func drawEntry(in area: Rect, on canvas: inout Canvas) {
        let width = EntryLayout.entryWidth(area)
        let x = EntryLayout.entryStart(area)
        let isFocused = focus == .entry
        canvas.spot(area.split(top: 1).top, .field(Self.fieldNumbers.entry))
        if focus == .totals {
            canvas.say(totalsHint, x: x, y: area.y, width: area.maxX - x, role: .hint)
            return
        }
        if isFocused && x > area.x { canvas.put(canvas.glyphs.cursor, x: area.x, y: area.y) }
        entry.draw(on: &canvas, x: x, y: area.y, width: width, isFocused: isFocused)
        let beside = x + width + 1
        let isBeside = area.maxX - beside >= 20
        let left = isBeside ? beside : min(x, area.maxX)
        let hints = Rect(x: left, y: area.y, width: area.maxX - left, height: area.height)
        drawHits(in: isBeside ? hints : hints.split(top: 1).rest, on: &canvas)
    }

    private func drawHits(in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty, focus == .entry else { return }
        if let (text, role) = preview {
            canvas.say(text, x: area.x, y: area.y, width: area.width, role: role)
            return
        }
        let items = products.items
        let height = min(area.height, products.isExpanded ? area.height : EntryLookup<Product>.short, items.count)
        guard height > 0 else { return }
        let first = max(0, products.selected - height + 1)
        let shown = items[first..<first + height].map { hit($0, isWide: area.width >= 48, canvas.language) }
        let columns = HitColumns(shown, in: area)
        for (row, hit) in shown.enumerated() {
            canvas.spot(Rect(x: area.x, y: area.y + row, width: area.width, height: 1), .choice(first + row))
            columns.draw(hit, isSelected: first + row == products.selected, y: area.y + row, on: &canvas)
        }
    }

    private func hit(_ product: Product, isWide: Bool, _ language: Language) -> HitColumns.Hit {
        let taken = draft.lines.index(of: product.id).map { draft.lines[$0].quantity } ?? 0
        let isShort = taken + wantedPieces > product.stock
        return HitColumns.Hit(
            code: product.sku, name: product.name, price: format.amount(product.price),
            stock: language.text(isWide ? "stock \(format.count(product.stock))" : "\(format.count(product.stock))")
                + (isShort ? " !" : "  "), isShort: isShort)
    }

    /// The pieces that the field asks for.
    private var wantedPieces: Int {
        guard let entry = try? LineEntry(entry.text), case .add(let quantity, _, _) = entry else { return 1 }
        return quantity
    }

    private var noLine: Phrase { "there is no line yet" }

    private func preview(_ edit: LineEdit, _ name: String) -> Phrase {
        switch (edit.quantity, edit.discount) {
        case (let quantity?, let discount?):
            "\(count: quantity, "piece", "pieces") of \(name), \(format.percent(discount)) off"
        case (let quantity?, nil): "\(count: quantity, "piece", "pieces") of \(name)"
        case (nil, let discount): "\(format.percent(discount ?? .zero)) off \(name)"
        }
    }

    /// What Enter would do where it adds no line, or why it can't.
    private var preview: (Phrase, CellRole)? {
        do throws(Violation) {
            switch try LineEntry(entry.text) {
            case .nothing: return nil
            case .add(_, let words, _):
                return products.isAnswer(to: words) && products.items.isEmpty
                    ? ("no product “\(words)”", .warning) : nil
            case .setLast(let edit): return (lastLine.map { preview(edit, draft.lines[$0].name) } ?? noLine, .hint)
            case .removeLast:
                let line: Phrase? = lastLine.map { "removes \(draft.lines[$0].name)" }
                return (line ?? noLine, .hint)
            case .note(let note): return (note.isEmpty ? "removes the note" : "note of the order", .hint)
            }
        } catch {
            return (error.message, .warning)
        }
    }
}
