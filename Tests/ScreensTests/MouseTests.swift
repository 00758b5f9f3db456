import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

@Suite struct MouseTests {
    /// Clicks where a text stands on the screen.
    private func click(_ text: String, _ stage: inout Stage, clicks: Int = 1) throws {
        let y = try #require(stage.text.firstIndex { $0.contains(text) }, "\(text) is not on the screen.")
        let found = try #require(stage.text[y].firstRange(of: text))
        let x = Canvas.width(of: String(stage.text[y][..<found.lowerBound]))
        var event = MouseEvent(.press, at: Point(x: x, y: y))
        stage.does(event)
        if clicks == 2 {
            event.clicks = 2
            stage.does(event)
        }
    }

    @Test("A click selects a row, a second one opens it")
    func rows() throws {
        var stage = Stage(.users(30))
        stage.does("3")
        try click("User 7 ", &stage)
        #expect(stage.cursorRow.contains("User 7 "))
        #expect(stage.path == ["Home", "Users"])
        try click("User 9 ", &stage, clicks: 2)
        #expect(stage.path == ["Home", "Users", "User 9"])
    }

    @Test("On Home a second click opens what the first has selected")
    func home() throws {
        var stage = Stage(.users(30))
        try click("Products", &stage, clicks: 2)
        #expect(stage.path == ["Home", "Products"])
    }

    @Test("The wheel moves by three rows, and stops at the ends")
    func wheel() {
        var stage = Stage(.users(30))
        stage.does("3")
        let down = MouseEvent(.scrollDown, at: Point(x: 3, y: 3))
        stage.does(down)
        stage.does(down)
        #expect(stage.cursorRow.contains("User 7 "))
        for _ in 0..<3 { stage.does(MouseEvent(.scrollUp, at: Point(x: 3, y: 3))) }
        #expect(stage.cursorRow.contains("User 1 "))
    }

    @Test("A click on the filter line is a wish to type there, and a click on a row leaves it")
    func filterLine() throws {
        var stage = Stage(.users(30))
        stage.does("3")
        stage.does(MouseEvent(.press, at: Point(x: 30, y: 1)))
        stage.type("user 2")
        stage.settle()
        #expect(stage.isShown("Filter user 2"))
        try click("User 21 ", &stage)
        stage.does("q")
        #expect(stage.path == ["Home"])
    }

    @Test("A click on a word of the footer does what it says")
    func footer() throws {
        var stage = Stage(.users(30))
        stage.does("3")
        try click("F6 New", &stage)
        #expect(stage.path.last == "New customer")
        try click("F1 Help", &stage)
        #expect(stage.isShown("─ Keys ─"))
    }

    @Test("In the palette a click selects and a second one does it; what it covers is out of reach")
    func palette() throws {
        var stage = Stage(.users(30))
        stage.does("3 ctrl+p")
        let first = stage.canvas
        stage.does(MouseEvent(.press, at: Point(x: 20, y: 7)))
        #expect(stage.canvas != first)
        #expect(stage.model.overlay != nil)
        stage.does(MouseEvent(.press, at: Point(x: 2, y: 23)))
        #expect(stage.path == ["Home", "Users"])
        stage.type("go to home")
        try click("Go to Home", &stage, clicks: 2)
        #expect(stage.model.overlay == nil && stage.path == ["Home"])
    }

    @Test("A click goes to a field of a form, and what was typed stays")
    func form() throws {
        var stage = Stage(.users(30))
        stage.does("3 f6")
        stage.type("Ada")
        try click("E-mail", &stage)
        stage.type("ada@example.com")
        try click("Name", &stage)
        stage.type("!")
        #expect(stage.isShown("Ada!") && stage.isShown("ada@example.com"))
    }

    @Test("A question is never answered by a click, nor a click kept for another picture")
    func questions() throws {
        var stage = Stage(.users(30))
        stage.does("3 f6")
        stage.type("Ada")
        stage.does("f12")
        #expect(stage.model.question != nil)
        try click("E-mail", &stage)
        stage.does(MouseEvent(.scrollDown, at: Point(x: 1, y: 5)))
        #expect(stage.model.question != nil)
        stage.does("y")
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("Other buttons, drags and clicks with a modifier held do nothing")
    func others() {
        var stage = Stage(.users(30))
        stage.does("3")
        let at = Point(x: 5, y: 8)
        for event in [
            MouseEvent(.press, button: 1, at: at), MouseEvent(.press, button: 2, at: at), MouseEvent(.drag, at: at),
            MouseEvent(.release, at: at), MouseEvent(.press, at: at, modifiers: .shift),
            MouseEvent(.press, at: Point(x: 500, y: 500)),
        ] { stage.does(event) }
        #expect(stage.cursorRow.contains("User 1 "))
    }

    @Test("In a short list a click selects, a second one chooses, and the wheel moves; the rows below are out of reach")
    func menus() throws {
        var stage = Stage()
        stage.does("2 s")
        try click("Total ₴", &stage, clicks: 1)
        #expect(stage.isShown("─ Sort by ─"))
        stage.does(MouseEvent(.press, at: Point(x: 70, y: 5)))
        #expect(stage.isShown("─ Sort by ─"))
        stage.does(MouseEvent(.scrollUp, at: Point(x: 5, y: 5)))
        #expect(stage.cursorRow.contains("No."))
        let y = try #require(stage.text.firstIndex { $0.contains("│ t Total ₴") })
        var event = MouseEvent(.press, at: Point(x: 4, y: y))
        stage.does(event)
        #expect(stage.cursorRow.contains("Total ₴"))
        event.clicks = 2
        stage.does(event)
        #expect(!stage.isShown("─ Sort by ─"))
        #expect(stage.isShown("Total ₴ ▲"))
        stage.does("E")
        try click("JSON, for programs", &stage, clicks: 2)
        #expect(stage.message.contains("oblik-orders.json"))
    }

    @Test("In a form's list a click selects, and a second one takes")
    func lookups() throws {
        var stage = Stage()
        stage.does("4 + tab f4")
        try click("  correction", &stage)
        try click("▸ correction", &stage, clicks: 2)
        #expect(stage.isShown("[correction]"))
    }

    @Test("In order entry fields, lines and suggestions are clicked, and the wheel goes through the lines")
    func orderEntry() throws {
        var stage = Stage()
        stage.does("1")
        stage.enters("іван")
        try click("Іванчук Петро", &stage, clicks: 2)
        stage.settleEntry()
        #expect(stage.isShown("Customer  Іванчук Петро"))
        stage.enters("2*A100⏎3*K250⏎ча")
        try click("A101 Чай чорний", &stage)
        #expect(stage.text.contains { $0.contains("▸ A101") })
        try click("A101 Чай чорний", &stage, clicks: 2)
        stage.settleEntry()
        #expect(stage.isShown("Lines 3   Pieces 6"))
        try click("A100 ", &stage)
        #expect(stage.cursorRow.contains("A100"))
        stage.does(MouseEvent(.scrollDown, at: Point(x: 5, y: 12)))
        #expect(stage.cursorRow.contains("code, 2*code%5, name"))
        try click("K250 ", &stage, clicks: 2)
        #expect(stage.isShown("F2 Qty  Esc Cancel"))
        stage.type("7")
        try click("code, 2*code%5, name", &stage)
        stage.settleEntry()
        #expect(stage.isShown("Pieces 10"))
        try click("Customer", &stage)
        #expect(stage.cursorRow.contains("Customer"))
        try click("TOTAL", &stage)
        #expect(stage.cursorRow.contains("TOTAL"))
    }
}
