import Domain
import TerminalUI
import Wording

extension HomeScreen {
    func view(in area: Rect, on canvas: inout Canvas) {
        var rest = area
        if area.height >= 12 { rest = rest.split(top: 1).rest }
        let (menu, below) = rest.split(top: Self.menu.count)
        drawMenu(in: menu, on: &canvas)
        let (gap, space) = below.split(top: below.height >= 4 ? 1 : 0)
        _ = gap
        if explainsImport {
            draw(
                ["To import data, leave Oblik (q), or open another terminal, and type:", ""]
                    + options.importHint.map { Phrase(verbatim: "  " + $0) } + ["", "Esc closes this text."], in: space,
                on: &canvas)
        } else if isEmpty {
            draw(Self.offers, in: space, on: &canvas)
        } else if let overview, !overview.orders.isEmpty {
            drawOrders(overview, in: space, on: &canvas)
        }
    }

    private static let offers: [Phrase] = [
        "The shop is empty. 3 then F6 adds a customer, 4 then F6 a product; or press:", "",
        "  d   fill it with a demo shop, to look around", "  i   how to import your data",
    ]

    private func drawMenu(in area: Rect, on canvas: inout Canvas) {
        for (index, (y, entry)) in zip(area.rows, Self.menu).enumerated() {
            let isSelected = index == selected
            let role: CellRole = isSelected ? .selection : .text
            canvas.write("", x: area.x, y: y, width: area.width, role: role)
            if isSelected {
                canvas.put(canvas.glyphs.cursor, x: area.x, y: y, role: role)
                canvas.cursor = Point(x: area.x, y: y)
            }
            canvas.write("\(index + 1)", x: area.x + 2, y: y, width: 2, role: isSelected ? role : .hintKey)
            canvas.say(entry.title, x: area.x + 4, y: y, width: 16, role: isSelected ? role : .title)
            if area.width >= 40 {
                canvas.say(
                    entry.about, x: area.x + 20, y: y, width: area.width - 20, role: isSelected ? role : .dim)
            }
        }
    }

    private func draw(_ lines: [Phrase], in area: Rect, on canvas: inout Canvas) {
        for (y, line) in zip(area.rows, lines) {
            canvas.say(line, x: area.x + 2, y: y, width: area.width - 2, role: .text)
        }
    }

    private func drawOrders(_ overview: Overview, in area: Rect, on canvas: inout Canvas) {
        let rows = OrderRows(format: options.format)
        let layout = TableLayout(rows.columns(of: 0).map { rows.columns[$0].column }, width: area.width)
        let (header, body) = area.split(top: area.height >= 3 ? 1 : 0)
        if !header.isEmpty { layout.drawHeader(on: &canvas, x: header.x, y: header.y) }
        for (index, (y, order)) in zip(body.rows, overview.orders).enumerated() {
            let isSelected = index + Self.menu.count == selected
            layout.drawRow(rows.cells(order, of: 0), on: &canvas, x: body.x, y: y, isSelected: isSelected)
            if isSelected { canvas.cursor = Point(x: body.x, y: y) }
        }
    }
}
