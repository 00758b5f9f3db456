import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// Order entry as one of the program's screens; what it does itself is in the suites of its own.
@Suite struct EntryFlowTests {
    @Test("Order entry is opened from every screen, with the customer that is selected there")
    func opens() {
        for (keys, customer) in [("1", false), ("2 f6", false), ("3 o", true), ("3 enter f6", true), ("4 o", false)] {
            var stage = Stage()
            for key in keys.split(separator: " ") { stage.does(String(key)) }
            #expect(stage.path.last == "New order", "\(keys)")
            #expect(stage.isShown("Ada Lovelace") == customer, "\(keys)")
        }
    }

    @Test("A new customer is made from within the order, and is then its customer")
    func createsCustomer() {
        var stage = Stage()
        stage.does("1")
        stage.type("Зоряна")
        stage.does("f6")
        #expect(stage.path == ["Home", "New order", "New customer"])
        #expect(stage.isShown("Зоряна"))
        stage.does("f10")
        #expect(stage.path == ["Home", "New order"])
        #expect(stage.isShown("Зоряна"))
    }

    @Test("Leaving releases the draft, by its own key and by going somewhere else", arguments: ["f3", "ctrl+o u"])
    func releases(_ keys: String) {
        var stage = Stage()
        stage.does("1")
        stage.press(keys)
        let released = stage.effects.contains { if case .entry(.release, _) = $0 { true } else { false } }
        #expect(released)
        #expect(stage.path.last != "New order")
    }

    @Test("Keys behind the one that leaves are meant for the screen below, also while an order is on its way")
    func typedBehindLeaving() throws {
        var stage = Stage()
        stage.does("3 o")
        let screen = try #require(stage.model.layers.last?.id)
        stage.send(.entry(.customerCreated(Fixture.user(1, name: "Ada Lovelace")), screen: screen))
        stage.type("A-100")
        stage.press("enter")
        answerFind(&stage, screen)
        stage.press("f10")
        guard case .entry(.place(let ticket, _, _), _)? = stage.effects.last(where: { "\($0)".contains("place") })
        else {
            Issue.record("No order is placed.")
            return
        }
        stage.press("f3 down")
        stage.type("e")
        #expect(stage.path.last == "New order")
        stage.effects = []
        let order = Order(
            id: Identifier(7), user: Identifier(1), customer: "Ada Lovelace", status: .placed,
            total: Money(minor: 12_000), note: nil, createdAt: Fixture.noon, updatedAt: Fixture.noon, version: 1,
            lines: [])
        stage.send(.entry(.placement(ticket: ticket, .success(.created(order))), screen: screen))
        stage.settle()
        #expect(stage.path == ["Home", "Users", "Edit Іваненко Олена"])
    }

    private func answerFind(_ stage: inout Stage, _ screen: Int) {
        for case .entry(let effect, _) in stage.effects {
            if case .find(let ticket, _) = effect {
                stage.send(.entry(.found(ticket: ticket, .success(Fixture.product(1))), screen: screen))
            }
            if case .searchProducts(let request) = effect {
                stage.send(.entry(.products(ticket: request.ticket, .success([Fixture.product(1)])), screen: screen))
            }
        }
    }
}
