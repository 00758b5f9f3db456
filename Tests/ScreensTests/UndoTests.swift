import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// Taking back what was just done; rows that no longer fit; how old rows are.
@Suite struct UndoTests {
    private func change(_ stage: Stage) throws -> Change {
        guard case .change(let change) = try #require(stage.asked.last?.query) else {
            Issue.record("Nothing is changed.")
            return .setUserArchived(Identifier(0), false)
        }
        return change
    }

    @Test("What was archived is taken back by a key, through the services, once and for some seconds")
    func archives() throws {
        var stage = Stage()
        stage.does("3 x")
        #expect(stage.message.contains("is archived. u takes it back."))
        stage.press("u")
        #expect(try change(stage) == .setUserArchived(Identifier(1), false))
        stage.settle()
        #expect(stage.message.contains("Taken back."))
        stage.does("u")
        #expect(stage.message.contains("There is nothing to take back."))
    }

    @Test("After its time the offer is gone, from the message line too")
    func expires() throws {
        var stage = Stage()
        stage.press("3")
        stage.settle()
        stage.press("x")
        try stage.answer(.success(.record(.user(Fixture.user(1, archived: true)))))
        let numbers = stage.effects.compactMap { if case .expireUndo(_, let id) = $0 { id } else { nil } }
        #expect(numbers.count == 1)
        stage.send(.undoExpired(try #require(numbers.first)))
        #expect(stage.message.contains("is archived."))
        #expect(!stage.message.contains("takes it back"))
        stage.does("u")
        #expect(stage.message.contains("There is nothing to take back."))
    }

    @Test("Stock is brought back by a counter-entry that says why; an order goes on and never back")
    func inverses() throws {
        let receipt = try StockAdjustment(product: Identifier(1), delta: 12, note: "Delivery 17")
        guard case .adjustStock(let counter)? = Change.adjustStock(receipt).inverse(in: .english) else {
            Issue.record("A receipt has no counter-entry.")
            return
        }
        #expect((counter.delta, counter.reason, counter.note) == (-12, .correction, "taken back: Delivery 17"))
        #expect(Change.moveOrder(Identifier(1), to: .paid, version: 1).inverse(in: .english) == nil)
        var stage = Stage()
        stage.does("2 p")
        #expect(!stage.message.contains("takes it back"))
    }

    @Test("A stock form that was saved offers its counter-entry; many changes at once offer nothing")
    func offers() throws {
        var stage = Stage()
        stage.does("4 +")
        stage.type("5")
        stage.does("f10")
        #expect(stage.message.contains("takes it back"))
        stage.press("u")
        guard case .adjustStock(let counter) = try change(stage) else {
            Issue.record("No stock is changed.")
            return
        }
        #expect(counter.delta == -5)
        var many = Stage()
        many.does("3 space space x")
        many.does("y")
        #expect(!many.message.contains("takes it back"))
    }

    @Test("A row that a change has taken out of the filter stays where it is, dimmed and counted, until F5")
    func strangers() throws {
        var stage = Stage()
        stage.does("2 /")
        stage.type("status:placed")
        stage.does("enter down down")
        let row = try #require(stage.text.firstIndex { $0.contains("104233") })
        stage.shop.orders[0] = Fixture.order(104_233, status: .paid)
        var changes = Changes()
        changes.add(.order, 104_233, isNew: false)
        stage.send(.changes(changes))
        stage.settle()
        #expect(stage.isShown("1 no longer fit"))
        let canvas = stage.canvas
        #expect(canvas.text[row].contains("104233"))
        let column = try #require(canvas.text[row].firstRange(of: "104233")).lowerBound
        let x = Canvas.width(of: String(canvas.text[row][..<column]))
        #expect(canvas.role(atX: x, y: row) == .dim)
        stage.does("f5")
        #expect(!stage.isShown("no longer fit"))
    }

    @Test("Conditions are decided for a row as the database decides them; what a row does not tell may be so")
    func terms() {
        func fits(_ text: String, _ order: OrderSummary) -> Bool {
            let rows = OrderRows(format: Format())
            var filter = OrderFilter()
            _ = rows.filter(text, in: &filter)
            return rows.mayBelong(order, filter)
        }
        let order = Fixture.order(104_233, status: .paid, total: 50_000, note: "Дзвонити до дверей")
        for text in [
            "status:paid", "paid", "-status:placed", "total:500", ">499", "number:104233", "customer:ОЛЕНА",
            "note:двер", "created:2026..", "product:A-*", "ольга", "lines:3",
        ] {
            #expect(fits(text, order), "\(text)")
        }
        let others = [
            "status:placed", "-paid", ">500", "<500", "customer:ada", "created:..2026-01", "lines:4", "note:x",
        ]
        for text in others {
            #expect(!fits(text, order), "\(text)")
        }
        let user = Fixture.user(1, name: "Ada", phone: "+44 20 7946")
        let rows = UserRows(format: Format())
        var filter = UserFilter()
        _ = rows.filter("phone:2079 ada", in: &filter)
        #expect(rows.mayBelong(user, filter))
        #expect(!rows.mayBelong(Fixture.user(1, name: "Ada", phone: "+44 20 7946", archived: true), filter))
        _ = rows.filter("bob", in: &filter)
        #expect(!rows.mayBelong(user, filter))
    }
}
