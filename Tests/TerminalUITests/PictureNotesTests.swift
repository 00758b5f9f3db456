import Testing
import Wording

@testable import TerminalUI

@Suite struct PictureNotesTests {
    private let columns = [
        Column("Name", .flexible(minimum: 4)), Column("Sum", .fixed(6), align: .right),
        Column("Note", .fixed(30), rank: 5),
    ]

    @Test("What was drawn last lies above; outside of everything there is nothing")
    func spots() {
        var canvas = Canvas(size: Size(width: 20, height: 4))
        canvas.spot(Rect(x: 0, y: 0, width: 20, height: 1), .row(7))
        #expect(canvas.notes == nil)
        canvas.notes = PictureNotes()
        canvas.spot(Rect(x: 0, y: 0, width: 20, height: 9), .row(7))
        canvas.spot(Rect(x: 5, y: 0, width: 5, height: 1), .hint(2))
        #expect(canvas.notes?.part(at: Point(x: 4, y: 0)) == .row(7))
        #expect(canvas.notes?.part(at: Point(x: 5, y: 0)) == .hint(2))
        #expect(canvas.notes?.part(at: Point(x: 5, y: 5)) == nil)
        canvas.cover()
        #expect(canvas.notes?.part(at: Point(x: 4, y: 0)) == nil)
        canvas.clear()
        #expect(canvas.notes == PictureNotes())
    }

    @Test("The selected row of a table is told by its columns, those included that find no room")
    func row() {
        var canvas = Canvas(size: Size(width: 20, height: 4))
        canvas.notes = PictureNotes()
        let layout = TableLayout(columns, width: 20)
        layout.drawRow(["Ada", "1.50", "late"], on: &canvas, x: 0, y: 0)
        #expect(canvas.notes?.row.isEmpty == true)
        layout.drawRow(["Bob", "2.50", "early"], on: &canvas, x: 0, y: 1, isSelected: true)
        let told = canvas.notes?.row.map { "\($0.title): \($0.text)" }
        #expect(told == ["Name: Bob", "Sum: 2.50", "Note: early"])
    }
}
