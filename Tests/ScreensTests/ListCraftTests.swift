import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// The filter line, the marks, and what is done with many rows at once.
@Suite struct ListCraftTests {
    private func request(_ stage: Stage) throws -> OrderListRequest {
        guard case .orders(let request) = try #require(stage.asked.last?.query) else {
            Issue.record("No orders were asked for.")
            return OrderListRequest(filter: OrderFilter(), sort: .id, isDescending: false)
        }
        return request
    }

    @Test("What is typed into the filter line becomes conditions, and they are asked for as they are typed")
    func filters() throws {
        var stage = Stage()
        stage.does("2 /")
        stage.type("status:placed,paid >500")
        let terms = try request(stage).filter.terms
        #expect(
            terms.description == "status:placed,paid total:500.01.."
                || terms.description == "status:placed,paid total:>500.00")
        stage.settle()
        stage.press("enter")
        #expect(stage.isShown("status:placed,paid >500"))
    }

    @Test("A mistake is shown where it stands and told below, and the rows stay as they were")
    func mistakes() throws {
        var stage = Stage()
        stage.does("2 /")
        let rows = stage.text.filter { $0.contains("10422") }
        #expect(rows.count == 1)
        stage.type("colour")
        stage.settle()
        stage.type(":red")
        #expect(stage.message.contains("There is no field colour"))
        #expect(stage.asked.isEmpty)
        stage.settle()
        #expect(stage.text.filter { $0.contains("10422") } == rows)
        let canvas = stage.canvas
        let line = try #require(canvas.text.firstIndex { $0.contains("colour:red") })
        let column = try #require(canvas.text[line].firstRange(of: "colour")).lowerBound.utf16Offset(
            in: canvas.text[line])
        #expect(canvas.role(atX: column, y: line) == .error)
        for _ in 0..<10 { stage.press("backspace") }
        stage.settle()
        #expect(!stage.message.contains("There is no field"))
    }

    @Test("Tab completes fields and choices, and goes through them")
    func completes() {
        var stage = Stage()
        stage.does("2 /")
        stage.type("sta")
        stage.does("tab")
        #expect(stage.isShown("status:"))
        stage.type("p")
        stage.does("tab")
        #expect(stage.isShown("status:placed"))
        stage.does("tab")
        #expect(stage.isShown("status:paid"))
    }

    @Test("F12 takes back the filter, then the marks, then the screen")
    func stepsBack() {
        var stage = Stage()
        stage.does("2 space /")
        stage.type("olena")
        stage.does("enter f12")
        #expect(stage.isShown("1 marked"))
        stage.does("f12")
        #expect(!stage.isShown("marked"))
        #expect(stage.path == ["Home", "Orders"])
        stage.does("f12")
        #expect(stage.path == ["Home"])
    }

    @Test("Marks belong to records: paging, a refresh and a turned sort leave them where they are")
    func marksSurvive() {
        var stage = Stage(.users(500))
        stage.does("3 space space space")
        #expect(stage.isShown("3 marked"))
        for _ in 0..<30 { stage.does("pagedown") }
        stage.does("f5 R home")
        #expect(stage.isShown("3 marked"))
        stage.does("shift+down shift+down")
        #expect(stage.text.filter { $0.hasPrefix(" *") || $0.hasPrefix("▸*") }.count == 3)
        stage.does("*")
        #expect(stage.isShown("97 marked"))
    }

    @Test("Shift with an arrow marks a range")
    func range() {
        var stage = Stage(.users(50))
        stage.does("3 shift+down shift+down shift+down shift+up")
        #expect(stage.isShown("4 marked"))
    }

    @Test("Marked rows are changed together after a y, each with its own result, and failures keep their mark")
    func bulk() {
        var stage = Stage()
        stage.does("2 space space space")
        #expect(stage.isShown("3 marked"))
        stage.does("p")
        #expect(stage.message.contains("Mark 3 orders as paid? y/N"))
        stage.does("y")
        #expect(stage.path == ["Home", "Orders", "Marking as paid"])
        #expect(stage.isShown("done"))
        #expect(stage.isShown("Order 104229 is paid; it can't become paid."))
        #expect(stage.isShown("Order 104200 is cancelled; it can't become paid."))
        #expect(stage.message.contains("1 done, 2 refused; they keep their mark."))
        stage.does("f3")
        #expect(stage.isShown("2 marked"))
    }

    @Test("Enter and keys typed before the question are no answer to it")
    func noAnswer() {
        var stage = Stage()
        stage.does("2 space")
        stage.press("p y y")
        stage.settle()
        #expect(stage.path == ["Home", "Orders"])
        #expect(stage.message.contains("Mark 1 order as paid?"))
        stage.does("enter")
        #expect(stage.message.contains("Nothing was changed."))
    }

    @Test("What can't be taken back asks for the number of rows, typed out")
    func number() {
        var stage = Stage()
        stage.does("2 space x")
        #expect(stage.message.contains("Cancel 1 order? Their goods come back. Type 1 and Enter:"))
        stage.does("y")
        #expect(stage.message.contains("Nothing was changed."))
        stage.does("x")
        stage.does("2 enter")
        #expect(stage.message.contains("Nothing was changed."))
        stage.does("x")
        stage.does("1 enter")
        #expect(stage.path == ["Home", "Orders", "Cancelling orders"])
        #expect(stage.message.contains("1 done."))
    }

    @Test("More than twenty rows ask for their number too, and ^C stops between two of them")
    func stops() throws {
        var stage = Stage(.users(50))
        stage.does("3 *")
        stage.does("x")
        #expect(stage.message.contains("Type 50 and Enter:"))
        stage.press("5 0 enter")
        try stage.answer(.success(.record(.user(Fixture.user(1, archived: true)))))
        stage.press("ctrl+c")
        try stage.answer(.success(.record(.user(Fixture.user(2, archived: true)))))
        #expect(stage.asked.isEmpty)
        #expect(stage.message.contains("Stopped: 2 done"))
        stage.does("f3")
        #expect(stage.isShown("48 marked"))
    }
}
