import Domain
import TerminalUI
import Wording

extension HomeScreen {
    func view(in area: Rect, on canvas: inout Canvas) {
        let lines = lines
        let index = lines.firstIndex(of: .item(selected)) ?? 0
        var viewport = Viewport()
        viewport.follow(index, height: area.height, count: lines.count)
        let visible = viewport.visible(height: area.height, count: lines.count)
        // Headings at the lower edge would have no row below them.
        for (y, number) in zip(area.rows, visible) where lines[number] != .headings || number + 1 < visible.upperBound {
            draw(lines[number], in: Rect(x: area.x, y: y, width: area.width, height: 1), on: &canvas)
        }
    }

    private func draw(_ line: HomeLine, in row: Rect, on canvas: inout Canvas) {
        switch line {
        case .blank: break
        case .text(let text): canvas.say(text, x: row.x + 2, y: row.y, width: row.width - 2, role: .text)
        case .headings: layout(row.width).drawHeader(on: &canvas, x: row.x, y: row.y)
        case .item(let item): draw(item, isSelected: item == selected, in: row, on: &canvas)
        }
    }

    private var orderRows: OrderRows { OrderRows(format: options.format) }

    /// The columns of the latest orders.
    private var shown: [Int] { orderRows.columns(of: 0) }

    private func layout(_ width: Int) -> TableLayout {
        let columns = orderRows.columns
        return TableLayout(shown.map { columns[$0].column }, width: width)
    }

    private func draw(_ item: HomeItem, isSelected: Bool, in row: Rect, on canvas: inout Canvas) {
        if isSelected { canvas.cursor = Point(x: row.x, y: row.y) }
        if canvas.notes != nil, let index = items.firstIndex(of: item) { canvas.spot(row, .row(index)) }
        if case .order(let id) = item, let order = overview?.orders.first(where: { $0.id == id }) {
            layout(row.width).drawRow(
                orderRows.cells(order, in: shown), on: &canvas, x: row.x, y: row.y, isSelected: isSelected)
            return
        }
        let role: CellRole = isSelected ? .selection : .text
        canvas.write("", x: row.x, y: row.y, width: row.width, role: role)
        if isSelected { canvas.put(canvas.glyphs.cursor, x: row.x, y: row.y, role: role) }
        if case .menu(let index) = item {
            drawMenu(index, isSelected ? .selection : nil, in: row, on: &canvas)
        } else if let figure = figure(item, canvas.glyphs) {
            draw(figure, isSelected ? .selection : nil, in: row, on: &canvas)
        }
    }

    private func drawMenu(_ index: Int, _ role: CellRole?, in row: Rect, on canvas: inout Canvas) {
        let entry = Self.menu[index]
        let isRefused = self.role.map { entry.action.isRefused(to: $0, in: scopes) } == true
        canvas.write("\(index + 1)", x: row.x + 2, y: row.y, width: 2, role: role ?? (isRefused ? .dim : .hintKey))
        canvas.say(entry.title, x: row.x + 4, y: row.y, width: 16, role: role ?? (isRefused ? .dim : .title))
        guard row.width >= 40 else { return }
        canvas.say(entry.about, x: row.x + 20, y: row.y, width: row.width - 20, role: role ?? .dim)
    }

    /// Draws a figure: its label, a chart where it has one, the words; a bar where there is room beside them.
    private func draw(_ figure: HomeFigure, _ role: CellRole?, in row: Rect, on canvas: inout Canvas) {
        var x = row.x + 4
        canvas.say(figure.label, x: x, y: row.y, width: 15, role: role ?? .hint)
        x += 16
        if !figure.chart.isEmpty {
            canvas.write(figure.chart, x: x, y: row.y, width: max(row.maxX - x, 0), role: role ?? .ok)
            x += figure.chart.unicodeScalars.count + 2
        }
        let room = max(row.maxX - x, 0)
        let width = canvas.say(
            figure.words, x: x, y: row.y, width: room, role: role ?? figure.role, fills: false)
        let barRoom = min(24, row.width / 4)
        guard let share = figure.share, barRoom + width + 3 <= room else { return }
        let length = max(1, Int(share) * barRoom / 1000)
        let bar = String(repeating: Character(canvas.glyphs.bars.last ?? "#"), count: length)
        canvas.write(bar, x: row.maxX - barRoom - 1, y: row.y, width: barRoom, role: role ?? .ok, fills: false)
    }
}
