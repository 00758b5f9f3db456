import TerminalUI
import Testing

/// Lines that a picture takes over from the one before.
@Suite struct StripTests {
    /// What a line is drawn from.
    private struct Source: Equatable, Sendable {
        let text: String
        var role = Role.text
    }

    /// Draws lines, and tells which of them were drawn and which taken over.
    private func draw(_ lines: [(StripName, Source)], width: Int = 6, on canvas: inout Canvas) -> [String] {
        var drawn: [String] = []
        canvas.clear()
        for (y, (name, source)) in lines.enumerated() {
            canvas.strip(name, from: source, in: Rect(x: 0, y: y, width: width, height: 1)) { canvas in
                drawn.append(source.text)
                canvas.write(source.text, x: 0, y: y, width: width, role: source.role)
            }
        }
        return drawn
    }

    private func fresh(_ lines: [(StripName, Source)], width: Int = 6) -> Canvas {
        var canvas = Canvas(size: Size(width: 6, height: 3))
        _ = draw(lines, width: width, on: &canvas)
        return canvas
    }

    private let rows: [(StripName, Source)] = [
        (.line("a"), Source(text: "漢字x")), (.row(1), Source(text: "one")), (.row(2), Source(text: "two")),
    ]

    @Test("A line is drawn once, taken over wherever it stands next, and drawn anew when its source changes")
    func takesOver() {
        var canvas = Canvas(size: Size(width: 6, height: 3))
        #expect(draw(rows, on: &canvas) == ["漢字x", "one", "two"])
        #expect(draw(rows, on: &canvas).isEmpty)
        let moved = [rows[2], rows[0], (.row(1), Source(text: "one", role: .selection))]
        #expect(draw(moved, on: &canvas) == ["one"])
        #expect(canvas == fresh(moved))
        #expect(draw([rows[1], rows[2]], on: &canvas) == ["one"])
        #expect(draw(rows, on: &canvas) == ["漢字x"])
        #expect(canvas == fresh(rows))
    }

    @Test("What is drawn over a line is no part of it")
    func keepsWhatWasDrawn() {
        var canvas = Canvas(size: Size(width: 6, height: 3))
        _ = draw(rows, on: &canvas)
        canvas.fill(canvas.bounds, role: .error, with: "#")
        #expect(draw(rows, on: &canvas).isEmpty)
        #expect(canvas == fresh(rows))
    }

    @Test("A line of another width, with combining marks, or in another language is drawn")
    func drawsAnew() {
        var canvas = Canvas(size: Size(width: 6, height: 3))
        _ = draw(rows, on: &canvas)
        #expect(draw(rows, width: 5, on: &canvas) == ["漢字x", "one", "two"])
        let marked: [(StripName, Source)] = [(.row(1), Source(text: "e\u{301}")), (.row(2), Source(text: "o\u{308}"))]
        _ = draw(marked, on: &canvas)
        #expect(draw(Array(marked.reversed()), on: &canvas) == ["o\u{308}", "e\u{301}"])
        #expect(canvas == fresh(marked.reversed()))
        _ = draw(rows, on: &canvas)
        canvas.glyphs = .ascii
        #expect(draw(rows, on: &canvas) == ["漢字x", "one", "two"])
    }

    @Test("Where notes are wanted, everything is drawn")
    func drawsForNotes() {
        var canvas = Canvas(size: Size(width: 6, height: 3))
        canvas.notes = PictureNotes()
        _ = draw(rows, on: &canvas)
        #expect(draw(rows, on: &canvas) == ["漢字x", "one", "two"])
    }
}
