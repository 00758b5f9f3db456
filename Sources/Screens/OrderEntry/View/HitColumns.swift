import TerminalUI

/// The columns of suggested products: as wide as the suggestions in sight need, the name has the rest.
struct HitColumns {
    /// One suggestion, in words.
    struct Hit {
        let code: String
        let name: String
        let price: String
        let stock: String
        /// Whether there is less than would be on the order's line.
        let isShort: Bool
    }

    private let area: Rect
    private let code: Int
    private let price: Int
    private let stock: Int

    init(_ hits: [Hit], in area: Rect) {
        self.area = area
        let share = max(0, area.width - 2) / 4
        func width(_ texts: [String]) -> Int { min(share, texts.map { Canvas.width(of: $0) }.max() ?? 0) }
        code = width(hits.map(\.code))
        price = width(hits.map(\.price))
        stock = width(hits.map(\.stock))
    }

    func draw(_ hit: Hit, isSelected: Bool, y: Int, on canvas: inout Canvas) {
        let row = Rect(x: area.x, y: y, width: area.width, height: 1)
        let role: CellRole = isSelected ? .selection : .text
        canvas.fill(row, role: role)
        if isSelected { canvas.put(canvas.glyphs.cursor, x: row.x, y: y, role: role) }
        let inside = row.split(left: 2).rest
        let (most, onHand) = inside.split(right: stock)
        let (middle, amount) = most.split(right: price + 1)
        let (first, name) = middle.split(left: code + 1)
        canvas.write(hit.code, x: first.x, y: y, width: first.width - 1, role: role)
        canvas.write(hit.name, x: name.x, y: y, width: name.width - 1, role: role)
        canvas.write(hit.price, x: amount.x, y: y, width: amount.width - 1, role: role, align: .right)
        canvas.write(
            hit.stock, x: onHand.x, y: y, width: onHand.width, role: hit.isShort ? .error : role, align: .right)
    }
}
