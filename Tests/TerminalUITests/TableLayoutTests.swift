import TerminalUI
import Testing
import Wording

@Suite struct TableLayoutTests {
    private let columns = [
        Column("No.", .fixed(6), align: .right),
        Column("Customer", .flexible(minimum: 10), sort: .down),
        Column("Total", .fixed(9), align: .right),
        Column("Note", .flexible(minimum: 8), rank: 1),
    ]

    @Test("Columns share the width, and the picture lines up")
    func draws() {
        let layout = TableLayout(columns, width: 50)
        var canvas = Canvas(size: Size(width: 50, height: 3))
        layout.drawHeader(on: &canvas, x: 0, y: 0)
        let cells: [TableCell] = ["104233", "Іваненко Олена Петрівна", TableCell("1 250,00", role: .money), "gift"]
        layout.drawRow(cells, on: &canvas, x: 0, y: 1, isSelected: true, isMarked: true)
        layout.drawRow(cells, on: &canvas, x: 0, y: 2)
        #expect(
            canvas.text == [
                "      No.  Customer ▼          Total  Note",
                "▸* 104233  Іваненко Олен…   1 250,00  gift",
                "   104233  Іваненко Олен…   1 250,00  gift",
            ])
        #expect(canvas.role(atX: 30, y: 2) == .money)
        #expect(canvas.role(atX: 30, y: 1) == .selection)
        #expect(canvas.role(atX: 49, y: 1) == .selection)
    }

    @Test("Columns of a higher rank are the first to be left out")
    func drops() {
        #expect(TableLayout(columns, width: 40).slots.map(\.column) == [0, 1, 2])
        #expect(TableLayout(columns, width: 44).slots.map(\.column) == [0, 1, 2, 3])
    }

    @Test("No width is too small, and no column stands outside", arguments: 0...60)
    func fits(width: Int) {
        let layout = TableLayout(columns, width: width)
        for slot in layout.slots where slot.width > 0 { #expect(slot.x + slot.width <= width) }
        var canvas = Canvas(size: Size(width: 60, height: 1))
        layout.drawRow(["1", "2", "3"], on: &canvas, x: 0, y: 0, isSelected: true)
        #expect(Canvas.width(of: canvas.text[0]) <= max(2, width))
    }

    @Test("A view follows the cursor, and moves no more than it must")
    func follows() {
        var view = Viewport()
        view.follow(5, height: 10, count: 100)
        #expect(view.top == 0)
        view.follow(10, height: 10, count: 100)
        #expect(view.top == 1)
        view.follow(99, height: 10, count: 100)
        #expect(view.visible(height: 10, count: 100) == 90..<100)
        view.follow(95, height: 10, count: 96)
        #expect(view.top == 86)
        view.follow(0, height: 10, count: 0)
        #expect(view.visible(height: 10, count: 0).isEmpty)
    }
}
