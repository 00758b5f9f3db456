import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// The record under a list's cursor, beside the list.
@Suite struct AsideTests {
    private func wide(_ keys: String, _ shop: Shop = .small, width: Int = 130) -> Stage {
        var stage = Stage(shop, width: width, height: 24)
        for key in keys.split(separator: " ") { stage.does(String(key)) }
        return stage
    }

    private func asked(_ stage: Stage) -> [AsideSubject] {
        stage.asked.compactMap { if case .aside(let subject) = $0.query { subject } else { nil } }
    }

    @Test("From 110 columns on, an order's lines and customer stand beside the list; below, nothing changes")
    func widths() {
        let stage = wide("2", width: 110)
        #expect(stage.isShown("A-100  Чай зелений"))
        #expect(stage.isShown("Customer"))
        #expect(stage.canvas.text.allSatisfy { $0.isEmpty || $0.contains("│") || !$0.contains("10423") })
        let narrow = wide("2", width: 109)
        #expect(!narrow.isShown("Чай зелений"))
        #expect(narrow.model.top.refusal(of: .aside)?.english.contains("110 columns") == true)
    }

    @Test("Keys ask nothing: the record is read once the cursor has rested, and by one question")
    func rests() throws {
        var stage = wide("3", .users(500))
        stage.press("down down down down")
        #expect(asked(stage).isEmpty)
        let clocks = stage.effects.compactMap { effect in
            if case .wake(_, let screen) = effect { screen } else { nil }
        }
        #expect(clocks.count == 1)
        // The cursor has moved since the clock was set: it is set anew, and nothing is read.
        stage.effects = []
        stage.send(.woken(screen: try #require(clocks.first)))
        #expect(asked(stage).isEmpty)
        stage.effects = []
        stage.send(.woken(screen: clocks[0]))
        #expect(asked(stage) == [.user(Identifier(5))])
    }

    @Test("An answer about a record that the cursor has left is not shown")
    func stale() throws {
        var stage = wide("3", .users(500))
        stage.press("down")
        let screen = stage.model.topID
        stage.effects = []
        stage.send(.woken(screen: screen))
        let ticket = try #require(stage.asked.last?.ticket)
        stage.press("down")
        let late = AsideRecord.user(Fixture.user(2, name: "Somebody late"), [])
        stage.effects = []
        stage.send(.reply(ticket, .success(.aside(late))))
        #expect(!stage.isShown("Somebody late"))
        stage.settle()
        #expect(!stage.isShown("Somebody late"))
    }

    @Test("Users have their orders beside them, products their moves, moves their order, the log its changes")
    func everywhere() {
        var shop = Shop.small
        shop.audit = [Fixture.audit(1, .editUser, "user", 1, [AuditChange("name", "Ada", "Ada Lovelace")])]
        #expect(wide("3", shop).isShown("104233  2027"))
        #expect(wide("4", shop).isShown("receipt"))
        #expect(wide("5", shop).isShown("A-100  Чай зелений"))
        #expect(wide("6", shop).isShown("Ada Lovelace"))
    }

    @Test("A key switches it off, and it stays off in other lists and at the next start; its own keys scroll it")
    func switches() throws {
        var stage = wide("2")
        stage.does("d")
        #expect(!stage.isShown("Чай зелений"))
        #expect(stage.model.memory.showsAside == false)
        #expect(stage.effects.isEmpty)
        stage.does("f3 3")
        #expect(!stage.isShown("104233"))
        stage.does("d")
        #expect(stage.isShown("104233"))
        let memory = try #require(ListMemory(session: ListMemory(showsAside: false).session))
        #expect(memory.showsAside == false)
        var shop = Shop.small
        shop.lines += (10..<60).map {
            Fixture.line($0, order: 104_233, sku: "L-\($0)", name: "Line", quantity: 1, price: 100)
        }
        var long = wide("2", shop)
        #expect(long.isShown("more lines"))
        let top = long.text
        long.does("}")
        #expect(long.text != top)
        long.does("{")
        #expect(long.text == top)
    }

    @Test("What others change is read anew, and a wider terminal shows the record at once")
    func follows() {
        var stage = wide("2", width: 80)
        stage.resize(width: 120, height: 24)
        stage.settle()
        #expect(stage.isShown("Чай зелений"))
        stage.shop.lines.append(
            Fixture.line(9, order: 104_233, sku: "NEW-1", name: "New", quantity: 1, price: 100))
        var changes = Changes()
        changes.add(.order, 104_233, isNew: false)
        stage.send(.changes(changes))
        stage.settle()
        #expect(stage.isShown("NEW-1"))
    }
}
