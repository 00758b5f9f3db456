import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

@Suite struct FormFlowTests {
    @Test("A customer is typed, saved by the last Enter, and shown in the list")
    func createsCustomer() {
        var stage = Stage()
        stage.does("3 n")
        stage.type("Нова Клієнтка")
        stage.does("enter")
        stage.type("+380 50 000 00 00")
        stage.does("enter enter")
        stage.does("enter")
        #expect(stage.path == ["Home", "Users"])
        #expect(stage.message.contains("Нова Клієнтка is saved as number 5"))
        #expect(stage.cursorRow.contains("Нова Клієнтка"))
    }

    @Test("Keys typed while a form is being written act on what comes after it")
    func typedAheadOfSave() throws {
        var stage = Stage()
        stage.does("3 n")
        stage.type("Zed")
        stage.press("f10 f10 down")
        #expect(stage.asked.count == 1)
        stage.settle()
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("A product takes amounts as people write them", arguments: ["1 200,5", "1200.50", "1 200.50"])
    func createsProduct(_ price: String) throws {
        var stage = Stage()
        stage.does("4 f6")
        stage.type("N-1")
        stage.does("tab")
        stage.type("Новий")
        stage.does("tab")
        stage.type(price)
        stage.press("f10")
        guard case .change(.createProduct(let new)) = try #require(stage.asked.last?.query) else {
            Issue.record("No product is created.")
            return
        }
        #expect(new.price == Money(minor: 120_050))
        #expect(new.stock == 0)
    }

    @Test("A field is checked when it is left, and typing on takes the complaint away")
    func checksOnLeaving() {
        var stage = Stage()
        stage.does("4 f6 tab tab")
        stage.type("a lot")
        #expect(!stage.isShown("A price is a number"))
        stage.does("tab")
        #expect(stage.isShown("A price is a number"))
        stage.does("shift+tab")
        #expect(stage.message.contains("A price is a number"))
        stage.type("1")
        #expect(!stage.isShown("A price is a number"))
    }

    @Test("Saving names every broken rule and goes to the first field that breaks one")
    func refusesWithAllRules() {
        var stage = Stage()
        stage.does("4 f6 tab tab tab tab")
        stage.type("x")
        stage.does("f10")
        #expect(stage.isShown("A code is needed"))
        #expect(stage.isShown("A name is needed"))
        #expect(stage.isShown("On hand is a whole number"))
        #expect(stage.cursorRow.contains("Code"))
        #expect(stage.rings == 0 || stage.message.contains("A code is needed"))
    }

    @Test("A taken e-mail address is told at its field, and what was typed stays")
    func conflict() throws {
        var stage = Stage()
        stage.does("3 n")
        stage.type("Ada")
        stage.does("tab tab")
        stage.type("ada@example.com")
        stage.press("f10")
        try stage.answer(.failure(.conflict(.emailTaken)))
        #expect(stage.isShown("Another user has this e-mail"))
        #expect(stage.cursorRow.contains("ada@example.com"))
        #expect(stage.path.last == "New customer")
    }

    @Test("An edit that meets another's shows theirs, keeps mine, and saves over the new version")
    func versionConflict() throws {
        var stage = Stage()
        stage.does("3 e ctrl+u")
        stage.type("Countess Lovelace")
        stage.press("f10")
        try stage.answer(.failure(.conflict(.versionMismatch(entity: "user", current: 2))))
        let theirs = Fixture.user(1, name: "Augusta Ada King", email: "ada@example.com", phone: "+44 1", version: 2)
        try stage.answer(.success(.record(.user(theirs))))
        #expect(stage.message.contains("Name, Phone"))
        stage.press("f10")
        #expect(stage.asked.isEmpty)
        stage.press("f8")
        #expect(stage.isShown("Countess Lovelace"))
        #expect(stage.isShown("Augusta Ada King"))
        #expect(stage.isShown("+44 1"))
        stage.press("f10")
        guard case .change(.editUser(_, let edit, let version)) = try #require(stage.asked.last?.query) else {
            Issue.record("Nothing is saved.")
            return
        }
        #expect(version == 2)
        #expect(edit.name == .set("Countess Lovelace"))
        #expect(edit.phone == .keep)
    }

    @Test("An edit without a change writes nothing")
    func nothingChanged() {
        var stage = Stage()
        stage.does("3 e")
        stage.press("f10")
        #expect(stage.asked.isEmpty)
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("Leaving asks only if something was typed")
    func leaving() {
        var stage = Stage()
        stage.does("3 n escape")
        #expect(stage.path == ["Home", "Users"])
        stage.does("n")
        stage.type("A")
        stage.does("f3")
        #expect(stage.isShown("Leave without saving?"))
        stage.does("n")
        #expect(stage.path.last == "New customer")
        #expect(stage.isShown("Name        A"))
    }

    @Test("Goods are received with a few keys, and the product's row shows it")
    func receivesStock() throws {
        var stage = Stage()
        stage.does("4")
        stage.type("+")
        stage.type("30")
        stage.press("enter enter enter")
        guard case .change(.adjustStock(let adjustment)) = try #require(stage.asked.last?.query) else {
            Issue.record("No stock is received.")
            return
        }
        #expect((adjustment.delta, adjustment.reason) == (30, .receipt))
        stage.settle()
        #expect(stage.message.contains("now 42 on hand"))
        #expect(stage.cursorRow.contains("42"))
    }

    @Test("A correction takes pieces away, a receipt does not")
    func correctsStock() throws {
        var stage = Stage()
        stage.does("4")
        stage.type("+")
        stage.type("-3")
        stage.does("f10")
        #expect(stage.isShown("take pieces away as a correction"))
        stage.does("tab right f10")
        #expect(stage.message.contains("now 9 on hand"))
    }

    @Test("Pasted text goes into the focused field as one line")
    func pastes() {
        var stage = Stage()
        stage.does("3 n")
        _ = stage.model.handle(.paste("Two\nlines"))
        #expect(stage.isShown("Two lines"))
    }
}
