import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct OrderNoteTests {
    private static var shop: Shop {
        var shop = Shop.small
        shop.orders[0] = Fixture.order(104_233, note: "Call first")
        shop.orders.append(Fixture.order(104_100, note: "Leave at the back door"))
        return shop
    }

    @Test("The note of an order has a form with its picture, in both languages, wide and small")
    func pictures() {
        for (name, language) in [("", Language.english), ("uk-", Languages.chosen("uk", environment: [:]))] {
            var stage = Stage(Self.shop, language: language)
            stage.does("2 enter e")
            Golden.expect(stage.text, is: "\(name)form-order-note")
            stage.resize(width: 40, height: 10)
            Golden.expect(stage.text, is: "\(name)form-order-note-40x10")
        }
    }

    @Test("The note is edited from the order's screen, which shows it afterwards", arguments: ["e", "f2"])
    func edits(_ key: String) throws {
        var stage = Stage(Self.shop)
        stage.does("2 enter \(key) ctrl+u")
        stage.type("Ring twice")
        stage.press("enter")
        guard case .change(.editOrder(let id, let edit, let version)) = try #require(stage.asked.last?.query) else {
            Issue.record("No order is edited.")
            return
        }
        #expect((id, edit.note, edit.status, version) == (Identifier(104_233), .set("Ring twice"), .keep, 1))
        stage.settle()
        #expect(stage.path == ["Home", "Orders", "Order 104233"])
        #expect(stage.message.contains("The note of order 104233 is saved"))
        #expect(stage.isShown("Ring twice"))
    }

    @Test("An emptied note is none, and an unchanged one writes nothing")
    func empties() throws {
        var stage = Stage(Self.shop)
        stage.does("2 enter e")
        stage.press("f10")
        #expect(stage.asked.allSatisfy { if case .change = $0.query { false } else { true } })
        stage.does("e ctrl+u")
        stage.press("f10")
        guard case .change(.editOrder(_, let edit, _)) = try #require(stage.asked.last?.query) else {
            Issue.record("No order is edited.")
            return
        }
        #expect(edit.note == .set(nil))
    }

    @Test("The notes of the customer's other orders are offered")
    func suggests() {
        var stage = Stage(Self.shop)
        stage.does("2 enter e ctrl+u f4")
        #expect(stage.isShown("▸ Leave at the back door"))
        #expect(!stage.isShown("Call first"))
        stage.does("enter")
        #expect(stage.cursorRow.contains("Leave at the back door"))
    }

    @Test("An order that is paid meanwhile is no conflict of notes, and the form says what changed")
    func paidMeanwhile() throws {
        var stage = Stage(Self.shop)
        stage.does("2 enter e end")
        stage.type("!")
        stage.shop.orders[0] = Fixture.order(104_233, status: .paid, note: "Call first", version: 2)
        var changes = Changes()
        changes.add(.order, 104_233)
        stage.send(.changes(changes))
        stage.settle()
        #expect(stage.isShown("paid"))
        #expect(!stage.isShown("Conflict"))
        stage.press("f10")
        guard case .change(.editOrder(_, let edit, let version)) = try #require(stage.asked.last?.query) else {
            Issue.record("No order is edited.")
            return
        }
        #expect((edit.note, version) == (.set("Call first!"), 2))
    }

    @Test("An order that is not read yet says so")
    func notLoaded() {
        let subject = OrderSubject(id: Identifier(104_233), format: Format())
        #expect(subject.refusal(of: .edit)?.english == "The order is not loaded yet.")
        #expect(subject.perform(.edit)?.isEmpty != false)
    }
}
