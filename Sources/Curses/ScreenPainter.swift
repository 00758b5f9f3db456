import CTerminal
import TerminalUI

/// Hands a picture's cells to ncurses, row by row, leaving out the rows that are as before.
enum ScreenPainter {
    static func put(_ canvas: Canvas, after last: Canvas?) {
        let width = canvas.size.width
        // Marks are referred to by their place, so equal cells are equal only among equal marks.
        let known = last.flatMap { $0.size == canvas.size && $0.marks == canvas.marks ? $0 : nil }
        canvas.cells.withUnsafeBufferPointer { cells in
            canvas.marks.withUnsafeBufferPointer { marks in
                for y in 0..<canvas.size.height {
                    let row = UnsafeBufferPointer(rebasing: cells[(y * width)..<((y + 1) * width)])
                    if let known, known.cells[(y * width)..<((y + 1) * width)].elementsEqual(row) { continue }
                    put(row, y: y, marks: marks)
                }
            }
        }
        let cursor = canvas.cursor.flatMap { canvas.bounds.contains($0) ? $0 : nil }
        ct_screen_cursor(Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0), cursor != nil)
    }

    /// `Cell` and `ct_cell` have the same fields in the same order; a test compares their layouts.
    private static func put(_ row: UnsafeBufferPointer<Cell>, y: Int, marks: UnsafeBufferPointer<UInt32>) {
        guard let start = row.baseAddress else { return }
        start.withMemoryRebound(to: ct_cell.self, capacity: row.count) { cells in
            ct_screen_row(Int32(y), cells, Int32(row.count), marks.baseAddress)
        }
    }
}
