import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

@Suite struct ListFlowTests {
    @Test("Paging down goes through all rows, and End and Home jump to the ends")
    func paging() {
        var stage = Stage(.users(1000))
        stage.does("3")
        for _ in 0..<20 { stage.does("pagedown") }
        #expect(stage.cursorRow.contains("User 381"))
        #expect(stage.isShown("381 of 5"))
        stage.does("end")
        #expect(stage.cursorRow.contains("User 1000"))
        stage.does("up pageup")
        #expect(stage.cursorRow.contains("User 980"))
        stage.does("home")
        #expect(stage.cursorRow.contains("User 1 "))
        for _ in 0..<60 { stage.does("pagedown") }
        #expect(stage.cursorRow.contains("User 1000"))
        for _ in 0..<60 { stage.does("pageup") }
        #expect(stage.cursorRow.contains("User 1 "))
        #expect(stage.isShown("1 of "))
    }

    @Test("Pages typed faster than they come wait for their rows")
    func typedAhead() {
        var stage = Stage(.users(1000))
        stage.does("3")
        for _ in 0..<20 { stage.press("pagedown") }
        stage.press("enter")
        stage.settle()
        #expect(stage.path == ["Home", "Users", "User 381"])
    }

    @Test("Keys typed while a list opens act on its rows")
    func typedIntoOpeningList() {
        var stage = Stage()
        stage.press("3 down enter")
        #expect(stage.path == ["Home", "Users"])
        stage.settle()
        #expect(stage.path == ["Home", "Users", "Іваненко Олена"])
    }

    @Test("Letters typed behind an Enter that waits are not lost")
    func lettersBehindEnter() {
        var stage = Stage()
        stage.press("3 /")
        stage.type("ada")
        stage.press("enter enter")
        stage.press("f2")
        stage.type("!")
        stage.settle()
        #expect(stage.path == ["Home", "Users", "Ada Lovelace", "Edit Ada Lovelace"])
        #expect(stage.isShown("Ada Lovelace!"))
    }

    @Test("The keys that lead away do not wait, and drop what was typed ahead")
    func leavesAtOnce() {
        var stage = Stage()
        stage.press("3 down enter f3")
        #expect(stage.path == ["Home"])
        stage.settle()
        #expect(stage.path == ["Home"])
    }

    @Test("A search asks at once for each letter, and only the newest answer counts")
    func staleReplies() throws {
        var stage = Stage()
        stage.does("3 /")
        stage.type("iv")
        let asked = stage.asked
        try #require(asked.count == 2)
        let first = Page(items: [Fixture.user(7, name: "Irrelevant Ira")], next: nil, previous: nil)
        let second = Page(items: [Fixture.user(3, name: "Ivanov & Co")], next: nil, previous: nil)
        stage.effects = []
        stage.send(.reply(asked[1].ticket, .success(.users(second))))
        stage.send(.reply(asked[0].ticket, .success(.users(first))))
        #expect(stage.isShown("Ivanov & Co"))
        #expect(!stage.isShown("Irrelevant Ira"))
    }

    @Test("A reply for a screen that was left is dropped")
    func replyAfterLeaving() throws {
        var stage = Stage()
        stage.press("3")
        let ticket = try #require(stage.asked.last?.ticket)
        stage.press("f3")
        let drops = stage.effects.contains { if case .drop(ticket) = $0 { true } else { false } }
        #expect(drops)
        stage.effects = []
        stage.send(.reply(ticket, .success(stage.shop.reply(to: .users(stage.allUsers)))))
        #expect(stage.path == ["Home"])
    }

    @Test("One step back at a time: the field, the search, the screen")
    func backOutOfSearch() {
        var stage = Stage()
        stage.does("3 /")
        stage.type("ivan")
        stage.settle()
        #expect(!stage.isShown("Lovelace"))
        stage.does("enter f12")
        #expect(stage.isShown("Lovelace"))
        #expect(stage.cursorRow.contains("Ivanov"))
        stage.does("f12")
        #expect(stage.path == ["Home"])
    }

    @Test("A refresh keeps the cursor on its row, though rows have come before it")
    func refreshKeepsRow() {
        var stage = Stage(.users(30))
        stage.does("3 down down down")
        let line = stage.canvas.cursor?.y
        stage.shop.users.insert(
            contentsOf: [Fixture.user(900, name: "New one"), Fixture.user(901, name: "Newer")], at: 0)
        stage.does("f5")
        #expect(stage.cursorRow.contains("User 4 "))
        #expect(stage.canvas.cursor?.y == line)
        stage.does("home")
        #expect(stage.isShown("Newer"))
    }

    @Test("Rows can be read on while a refresh is on its way")
    func refreshDoesNotBlock() {
        var stage = Stage(.users(30))
        stage.does("3")
        stage.press("f5 down down")
        #expect(stage.cursorRow.contains("User 3 "))
        stage.settle()
        #expect(stage.cursorRow.contains("User 3 "))
    }

    @Test("A refused query says why, drops what was typed ahead, and leaves the rows")
    func refusedQuery() throws {
        var stage = Stage(.users(200))
        stage.does("3")
        stage.press("end down")
        try stage.answer(.failure(.busy))
        #expect(stage.isShown("User 1 "))
        #expect(stage.message.contains("try again"))
        #expect(stage.message.contains("1 typed-ahead key dropped"))
        #expect(stage.rings == 1)
        stage.does("down")
        #expect(stage.message.isEmpty)
    }

    @Test("The views of a list are gone through by one key")
    func views() throws {
        var stage = Stage()
        stage.does("2 v")
        #expect(stage.isShown("placed only"))
        stage.does("f3 3 v v")
        #expect(stage.isShown("archived ones too"))
        #expect(stage.isShown("Archived Andy"))
    }

    @Test("Archiving writes at once, and the row stays where it is")
    func archives() {
        var stage = Stage()
        stage.does("3 x")
        #expect(stage.message.contains("archived"))
        #expect(stage.cursorRow.contains("Олена Іваненко"))
    }

    @Test("F8 and F7 go from record to record")
    func neighbours() {
        var stage = Stage()
        stage.does("3 enter")
        stage.does("f8")
        #expect(stage.path == ["Home", "Users", "Іваненко Олена"])
        stage.does("f8 f8")
        #expect(stage.path == ["Home", "Users", "Ivanov & Co"])
        stage.does("f7 f7 f7")
        #expect(stage.path == ["Home", "Users", "Ada Lovelace"])
    }

    @Test("A cancelled query leaves a screen that takes keys")
    func interrupts() {
        var stage = Stage(.users(300))
        stage.does("3")
        stage.press("end down ctrl+c")
        #expect(stage.message.contains("Cancelled"))
        stage.effects = []
        stage.does("down")
        #expect(stage.cursorRow.contains("User 2 "))
    }

    @Test("A query that takes long says so")
    func slowQuery() throws {
        var stage = Stage(.users(300))
        stage.does("3")
        stage.press("end")
        let ticket = try #require(stage.asked.last?.ticket)
        #expect(!stage.message.contains("working"))
        stage.send(.slow(ticket))
        #expect(stage.message.contains("working"))
        stage.settle()
        #expect(!stage.message.contains("working"))
    }
}

extension Stage {
    var allUsers: UserListRequest { UserListRequest(filter: UserFilter(), sort: .name, isDescending: false) }
}
