import CTerminal
import TerminalUI

/// Hands a picture's cells to ncurses, row by row, leaving out the rows that are as before.
enum ScreenPainter {
    static func put(_ canvas: Canvas, after last: Canvas?) {
        let width = canvas.size.width
        // Marks are referred to by their place, so equal cells are equal only among equal marks.
        let known = last.flatMap { $0.size == canvas.size && $0.marks == canvas.marks ? $0 : nil }
        let shift = known.flatMap { PictureShift(from: $0, to: canvas) }.flatMap { scroll($0) ? $0 : nil }
        canvas.cells.withUnsafeBufferPointer { cells in
            canvas.marks.withUnsafeBufferPointer { marks in
                for y in 0..<canvas.size.height {
                    if let known, isShown(y, of: canvas, since: known, shift) { continue }
                    let row = UnsafeBufferPointer(rebasing: cells[(y * width)..<((y + 1) * width)])
                    put(row, y: y, marks: marks)
                }
            }
        }
        let cursor = canvas.cursor.flatMap { canvas.bounds.contains($0) ? $0 : nil }
        ct_screen_cursor(Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0), cursor != nil)
    }

    private static func scroll(_ shift: PictureShift) -> Bool {
        ct_screen_scroll(
            Int32(shift.lines.lowerBound), Int32(shift.lines.upperBound), Int32(shift.distance))
    }

    /// Whether a row is there already.
    private static func isShown(_ y: Int, of canvas: Canvas, since last: Canvas, _ shift: PictureShift?) -> Bool {
        guard let shift, shift.lines.contains(y) else { return canvas.hasRow(y, as: y, in: last) }
        return shift.kept.contains(y)
    }

    /// `Cell` and `ct_cell` have the same fields in the same order; a test compares their layouts.
    private static func put(_ row: UnsafeBufferPointer<Cell>, y: Int, marks: UnsafeBufferPointer<UInt32>) {
        guard let start = row.baseAddress else { return }
        start.withMemoryRebound(to: ct_cell.self, capacity: row.count) { cells in
            ct_screen_row(Int32(y), cells, Int32(row.count), marks.baseAddress)
        }
    }
}
