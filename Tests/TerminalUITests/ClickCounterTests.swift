import Testing

@testable import TerminalUI

@Suite struct ClickCounterTests {
    private let press = MouseEvent(.press, at: Point(x: 4, y: 2))
    private let start = ContinuousClock.now

    @Test("A second press on the same cell soon after is a double click, a third one begins anew")
    func counts() {
        var counter = ClickCounter()
        let clicks = [0, 100, 200, 300].map { counter.count(press, at: start + .milliseconds($0)).clicks }
        #expect(clicks == [1, 2, 1, 2])
    }

    @Test("What comes late, on another cell, or by another button is a single click; releases count for nothing")
    func differs() {
        var counter = ClickCounter()
        #expect(counter.count(press, at: start).clicks == 1)
        #expect(counter.count(press, at: start + .milliseconds(401)).clicks == 1)
        let beside = MouseEvent(.press, at: Point(x: 5, y: 2))
        #expect(counter.count(beside, at: start + .milliseconds(500)).clicks == 1)
        let right = MouseEvent(.press, button: 2, at: Point(x: 5, y: 2))
        #expect(counter.count(right, at: start + .milliseconds(510)).clicks == 1)
        #expect(counter.count(MouseEvent(.release, button: 2, at: right.position), at: start).clicks == 1)
        #expect(counter.count(right, at: start + .milliseconds(600)).clicks == 2)
    }
}
