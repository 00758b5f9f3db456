import TerminalUI
import Testing
import Wording

@Suite struct CanvasTests {
    private func canvas(_ width: Int, _ height: Int, glyphs: Glyphs = .utf8) -> Canvas {
        Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    }

    @Test("Text stands left, right and in the middle of its field")
    func aligns() {
        var canvas = canvas(12, 3)
        canvas.write("left", x: 0, y: 0, width: 10)
        canvas.write("1 250,00", x: 0, y: 1, width: 10, role: .money, align: .right)
        canvas.write("mid", x: 0, y: 2, width: 9, align: .center)
        #expect(canvas.text == ["left", "  1 250,00", "   mid"])
        #expect(canvas.role(atX: 0, y: 1) == .money)
        #expect(canvas.role(atX: 10, y: 1) == .text)
    }

    @Test("Text that is cut off ends in an ellipsis, in ASCII in a tilde")
    func cuts() {
        var canvas = canvas(6, 3)
        #expect(canvas.write("abcdefgh", x: 0, y: 0) == 6)
        #expect(canvas.write("abcdefgh", x: 1, y: 1, width: 3) == 3)
        #expect(canvas.write("abc", x: 0, y: 2, width: 3) == 3)
        #expect(canvas.text == ["abcde…", " ab…", "abc"])
        var ascii = self.canvas(6, 1, glyphs: .ascii)
        ascii.write("abcdefgh", x: 0, y: 0)
        #expect(ascii.text == ["abcde~"])
    }

    @Test("A wide sign is never halved: not by the field, not by the edge, not by what is drawn over it")
    func keepsWideSignsWhole() {
        var canvas = canvas(5, 5)
        canvas.write("漢字漢", x: 0, y: 0)
        canvas.write("漢字", x: 0, y: 1, width: 3)
        canvas.write("漢", x: 4, y: 2, width: 2)
        canvas.write("漢字", x: 0, y: 3)
        canvas.write("x", x: 1, y: 3)
        canvas.write("漢字", x: -1, y: 4)
        #expect(canvas.text == ["漢字…", "漢…", "", " x字", " 字"])
    }

    @Test("A combining mark stays with its letter, and a fifth one is dropped")
    func keepsMarks() {
        var canvas = canvas(4, 2)
        canvas.write("i\u{308}x", x: 0, y: 0)
        canvas.write("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b", x: 0, y: 1)
        #expect(
            canvas.text.map { Array($0.unicodeScalars) } == [
                ["i", "\u{308}", "x"], ["a", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "b"],
            ])
    }

    @Test("A field is blanked to its end when it is filled, and left alone when it isn't")
    func fills() {
        var canvas = canvas(8, 2)
        canvas.write("xxxxxxxx", x: 0, y: 0)
        canvas.write("xxxxxxxx", x: 0, y: 1)
        canvas.write("ab", x: 1, y: 0, width: 4)
        canvas.write("ab", x: 1, y: 1, width: 4, fills: false)
        #expect(canvas.text == ["xab  xxx", "xabxxxxx"])
    }

    @Test("A box is drawn with lines, in ASCII with signs of ASCII, and gives the inside")
    func boxes() {
        var canvas = canvas(12, 3)
        let inside = canvas.box(Rect(x: 0, y: 0, width: 12, height: 3), title: "Help")
        canvas.write("text", x: inside.x, y: inside.y, width: inside.width)
        #expect(canvas.text == ["┌─ Help ───┐", "│text      │", "└──────────┘"])
        #expect(canvas.role(atX: 4, y: 0) == .title)
        var ascii = self.canvas(4, 3, glyphs: .ascii)
        ascii.box(Rect(x: 0, y: 0, width: 4, height: 3))
        #expect(ascii.text == ["+--+", "|  |", "+--+"])
        #expect(canvas.box(Rect(x: 0, y: 0, width: 1, height: 3)).isEmpty)
    }

    @Test("Restyling changes roles and leaves the text")
    func restyles() {
        var canvas = canvas(5, 1)
        canvas.write("abcde", x: 0, y: 0)
        canvas.restyle(Rect(x: 1, y: 0, width: 2, height: 5), role: .selection)
        #expect(canvas.text == ["abcde"])
        #expect((0..<5).map { canvas.role(atX: $0, y: 0) } == [.text, .selection, .selection, .text, .text])
    }

    @Test("Drawing outside of any grid, of any size, changes nothing outside", arguments: [0, 1, 2, 5])
    func clips(side: Int) {
        var canvas = canvas(side, side)
        for x in -3...7 {
            for y in -3...7 {
                for text in ["", "a", "漢字", "i\u{308}", "long text that is cut"] {
                    for width in [nil, 0, 1, 2, 30] {
                        for align in [Alignment.left, .center, .right] {
                            canvas.write(text, x: x, y: y, width: width, align: align)
                        }
                    }
                }
                canvas.box(Rect(x: x, y: y, width: 3, height: 3), title: "t")
                canvas.fill(Rect(x: x, y: y, width: 9, height: 9), role: .dim, with: "漢")
                canvas.restyle(Rect(x: x, y: y, width: 9, height: 9), role: .error)
                canvas.put("▸", x: x, y: y)
            }
        }
        canvas.write("x", x: .min, y: 0)
        canvas.write("x", x: .max, y: .max, width: .max)
        #expect(canvas.cells.count == side * side)
        #expect(canvas.text.count == side)
    }

    @Test("Random drawing never leaves half of a wide sign")
    func staysConsistent() {
        var generator = SystemRandomNumberGenerator()
        var canvas = canvas(9, 1)
        for _ in 0..<5000 {
            let text = ["a", "漢", "字x", "i\u{308}漢", "long 漢字 text"].randomElement(using: &generator) ?? ""
            canvas.write(
                text, x: Int.random(in: -3...9, using: &generator), y: 0,
                width: Bool.random(using: &generator) ? Int.random(in: 0...9, using: &generator) : nil,
                align: [.left, .right, .center].randomElement(using: &generator) ?? .left)
            for x in 0..<9 {
                let cell = canvas.cells[x]
                if cell.width == 2 { #expect(x < 8 && canvas.cells[x + 1].width == 0) }
                if cell.width == 0 { #expect(x > 0 && canvas.cells[x - 1].width == 2) }
            }
        }
    }

    @Test("Clearing makes the picture as new")
    func clears() {
        var canvas = canvas(4, 2)
        canvas.write("i\u{308}漢", x: 0, y: 0, role: .error)
        canvas.cursor = Point(x: 1, y: 1)
        canvas.clear()
        #expect(canvas == self.canvas(4, 2))
    }

    @Test("A terminal that claims to be enormous gets a picture of bounded size")
    func boundsSize() {
        let canvas = canvas(100_000, 100_000)
        #expect(canvas.size == Size(width: Canvas.maximumExtent, height: Canvas.maximumExtent))
    }
}
