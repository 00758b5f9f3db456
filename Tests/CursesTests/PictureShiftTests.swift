import TerminalUI
import Testing

@testable import Curses

@Suite struct PictureShiftTests {
    private func picture(_ rows: [String]) -> Canvas {
        var canvas = Canvas(size: Size(width: 8, height: rows.count))
        for (y, row) in rows.enumerated() { canvas.write(row, x: 0, y: y) }
        return canvas
    }

    private func rows(_ numbers: some Sequence<Int>) -> [String] { numbers.map { "row \($0)" } }

    @Test("A list that goes on by some rows is scrolled, within what stands around it", arguments: [1, 2, 3])
    func findsScrolling(distance: Int) throws {
        let old = picture(["head"] + rows(1...12) + ["foot"])
        let new = picture(["head"] + rows((1 + distance)...(12 + distance)) + ["foot"])
        let up = try #require(PictureShift(from: old, to: new))
        #expect((up.lines, up.distance, up.kept) == (1...12, distance, 1...(12 - distance)))
        let down = try #require(PictureShift(from: new, to: old))
        #expect((down.lines, down.distance, down.kept) == (1...12, -distance, (1 + distance)...12))
    }

    @Test("Pictures that have little in common, or all of it, are not scrolled")
    func findsNothing() {
        let old = picture(rows(1...12))
        #expect(PictureShift(from: old, to: old) == nil)
        #expect(PictureShift(from: old, to: picture(rows(101...112))) == nil)
        #expect(PictureShift(from: old, to: picture(rows(1...11) + ["other"])) == nil)
        #expect(PictureShift(from: old, to: picture(rows(1...4) + ["x", "row 7", "row 8", "y"] + rows(9...12))) == nil)
        #expect(PictureShift(from: Canvas(size: Size(width: 0, height: 0)), to: picture([])) == nil)
    }
}
