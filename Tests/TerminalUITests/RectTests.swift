import TerminalUI
import Testing

@Suite struct RectTests {
    @Test("Sizes and rectangles are never negative")
    func clamps() {
        #expect(Size(width: -1, height: 3) == Size(width: 0, height: 3))
        #expect(Rect(x: 2, y: 2, width: -4, height: 1).isEmpty)
        #expect(Rect(x: 0, y: 0, width: 2, height: 2).inset(dx: 3, dy: 3).isEmpty)
    }

    @Test("Splitting gives parts that meet and cover the whole", arguments: [-1, 0, 3, 10, 99])
    func splits(at cut: Int) {
        let rect = Rect(x: 5, y: 7, width: 10, height: 10)
        let (top, below) = rect.split(top: cut)
        #expect(top.height + below.height == 10)
        #expect(top.maxY == below.y)
        let (above, bottom) = rect.split(bottom: cut)
        #expect(above.height + bottom.height == 10)
        #expect(bottom.maxY == rect.maxY)
        let (left, rest) = rect.split(left: cut)
        #expect(left.maxX == rest.x)
        #expect(left.width + rest.width == 10)
        let (before, right) = rect.split(right: cut)
        #expect(right.maxX == rect.maxX)
        #expect(before.width + right.width == 10)
    }

    @Test("Rectangles that don't meet have no cell in common")
    func intersects() {
        let rect = Rect(x: 0, y: 0, width: 4, height: 4)
        #expect(rect.intersection(Rect(x: 4, y: 0, width: 2, height: 2)).isEmpty)
        #expect(rect.intersection(Rect(x: 2, y: -1, width: 9, height: 3)) == Rect(x: 2, y: 0, width: 2, height: 2))
        #expect(rect.contains(Point(x: 3, y: 3)))
        #expect(!rect.contains(Point(x: 4, y: 3)))
    }

    @Test("A dialog is centered, and no larger than its screen")
    func centers() {
        let screen = Rect(x: 0, y: 0, width: 80, height: 24)
        #expect(screen.centered(width: 40, height: 10) == Rect(x: 20, y: 7, width: 40, height: 10))
        #expect(screen.centered(width: 100, height: 100) == screen)
    }
}
