import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// What lists are sorted by, which columns they show, and how one jumps in them.
@Suite struct ListOrderTests {
    private func users(_ stage: Stage) throws -> UserListRequest {
        guard case .users(let request) = try #require(stage.asked.last?.query) else {
            throw Missing(what: "users")
        }
        return request
    }

    private struct Missing: Error { let what: String }

    @Test("s and a letter sort by a column, and the same again turns the sort round")
    func sorts() throws {
        var stage = Stage()
        stage.does("3 s")
        #expect(stage.isShown("Sort by"))
        #expect(stage.isShown("e E-mail"))
        stage.press("e")
        #expect(try users(stage).sort == .email)
        #expect(try !users(stage).isDescending)
        stage.settle()
        #expect(!stage.isShown("Sort by"))
        #expect(stage.isShown("E-mail ▲"))
        stage.press("s e")
        #expect(try users(stage).isDescending)
        stage.settle()
        stage.press("s s")
        #expect(try !users(stage).isDescending)
        stage.settle()
        stage.press("R")
        #expect(try users(stage).isDescending)
    }

    @Test("S adds a second column, which is taken away again by Delete")
    func sortsTwice() throws {
        var stage = Stage()
        stage.does("3 s r")
        stage.press("S n")
        let request = try users(stage)
        #expect(request.sort == .role)
        #expect(request.second == SecondSort(.name))
        stage.settle()
        stage.resize(width: 160, height: 24)
        #expect(stage.isShown("Role ▲1"))
        #expect(stage.isShown("Name ▲2"))
        stage.press("S S")
        #expect(try users(stage).second == SecondSort(.name, isDescending: true))
        stage.settle()
        stage.press("S r")
        #expect(stage.asked.isEmpty)
        #expect(stage.message.contains("by this column first"))
        stage.press("f12")
        stage.press("S delete")
        #expect(try users(stage).second == nil)
    }

    @Test("The letters that choose a column work on a Ukrainian layout, and F12 closes the list of columns")
    func layouts() throws {
        var stage = Stage()
        stage.does("3")
        stage.type("і")
        #expect(stage.isShown("Sort by"))
        stage.press("f12")
        #expect(!stage.isShown("Sort by"))
        #expect(stage.path == ["Home", "Users"])
        stage.type("із")
        #expect(try users(stage).sort == .phone)
    }

    @Test("A page after a second sort begins at a place that has both values")
    func keepsPlaces() throws {
        var stage = Stage(.users(500))
        stage.does("3 s r S n")
        for _ in 0..<20 { stage.does("pagedown") }
        stage.press("f5")
        guard case .after(let place) = try users(stage).position else {
            Issue.record("The list is not read from a row on.")
            return
        }
        #expect(place.second?.hasPrefix("User") == true)
    }

    @Test("Each list goes through its sets of columns")
    func columnSets() {
        var stage = Stage()
        stage.does("2")
        #expect(!stage.isShown("Changed"))
        stage.does("|")
        #expect(stage.message.contains("Columns: notes."))
        #expect(stage.isShown("Note"))
        stage.does("f11")
        #expect(stage.isShown("Changed"))
        stage.does("|")
        #expect(!stage.isShown("Changed"))
    }

    @Test("Typing jumps to where the sorted column begins so, letter by letter")
    func jumps() throws {
        var stage = Stage()
        stage.does("3")
        stage.press("f")
        #expect(stage.isShown("Jump to"))
        stage.type("I")
        #expect(try users(stage).position == .after(Keyset(value: "I", id: 0)))
        stage.type("v")
        #expect(try users(stage).position == .after(Keyset(value: "Iv", id: 0)))
        stage.settle()
        stage.does("enter")
        #expect(!stage.isShown("Jump to"))
    }

    @Test(
        "What is jumped to follows the column: numbers, amounts and days, from above in a falling list",
        arguments: [
            ("i", "104", "104"), ("t", "1 250,5", "1250.50"), ("p", "2026-11", "2026-11-01T00:00:00.000000Z"),
        ])
    func jumpsByKind(_ letter: String, _ typed: String, _ value: String) throws {
        var stage = Stage()
        stage.does("2 s i s \(letter == "p" ? "c" : letter)")
        if letter == "i" { stage.does("R") }
        stage.press("f")
        stage.type(typed)
        guard case .orders(let request) = try #require(stage.asked.last?.query) else { throw Missing(what: "orders") }
        #expect(request.position == .after(Keyset(value: value, id: 0)))
    }

    private func moves(_ stage: Stage) throws -> StockMoveListRequest {
        guard case .moves(let request) = try #require(stage.asked.last?.query) else { throw Missing(what: "moves") }
        return request
    }

    @Test("In a log a number is a row's own, and a day seeks its latest row, at which the list is then read")
    func jumpsInLog() throws {
        var stage = Stage()
        stage.does("5")
        stage.press("f")
        stage.type("17")
        #expect(try moves(stage).position == .after(Keyset(value: "17", id: .max)))
        #expect(try moves(stage).filter == StockMoveFilter())
        stage.press("backspace backspace")
        stage.type("2026-11-03")
        #expect(try moves(stage).limit == 1)
        #expect(try moves(stage).filter.terms.description == "at:..2026-11-03")
        // What is behind Enter waits until the row is there.
        stage.press("enter enter")
        #expect(stage.path == ["Home", "Stock moves"])
        let found = Page(items: [Fixture.move(1, product: 1, delta: 1200, reason: .receipt)], next: nil, previous: nil)
        try stage.answer(.success(.moves(found)))
        let request = try moves(stage)
        #expect(request.filter == StockMoveFilter())
        #expect(request.position == .after(Keyset(value: "1", id: 2)))
        try stage.answer(.success(.moves(found)))
        #expect(stage.path == ["Home", "Stock moves", "P-1"])
    }

    @Test("A day before all rows of a log leads to its end, and a log that is turned round is jumped in from below")
    func jumpsBeyondLog() throws {
        var stage = Stage()
        stage.does("6 R")
        stage.press("f")
        stage.type("2026-02")
        guard case .audit(let request) = try #require(stage.asked.last?.query) else { throw Missing(what: "audit") }
        #expect(request.filter.terms.description == "at:2026-02-01..")
        try stage.answer(.success(.audit(Page(items: [], next: nil, previous: nil))))
        guard case .audit(let next) = try #require(stage.asked.last?.query) else { throw Missing(what: "audit") }
        #expect(next.position == .last)
    }
}
