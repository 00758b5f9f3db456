import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// The list below a field, and warnings of records that have the same.
@Suite struct FormLookupTests {
    private static let ukrainian = Languages.chosen("uk", environment: [:])

    @Test("A list has its picture in both languages, wide and small")
    func pictures() {
        for (name, language) in [("", Language.english), ("uk-", Self.ukrainian)] {
            var stage = Stage(language: language)
            stage.does("4 n f4")
            Golden.expect(stage.text, is: "\(name)form-list")
            stage = Stage(width: 40, height: 10, language: language)
            stage.does("4 n f4")
            Golden.expect(stage.text, is: "\(name)form-list-40x10")
            stage = Stage(language: language)
            stage.does("4 + tab f4")
            Golden.expect(stage.text, is: "\(name)form-choices")
        }
    }

    @Test("What is typed goes into the field and narrows the list, and Enter takes what is selected")
    func takes() {
        var stage = Stage()
        stage.does("3 n f4")
        #expect(stage.isShown("▸ Ada Lovelace"))
        stage.type("ivan")
        stage.settle()
        #expect(!stage.isShown("Ada Lovelace"))
        #expect(stage.cursorRow.contains("Name        ivan"))
        stage.does("enter")
        #expect(stage.cursorRow.contains("Name        Ivanov & Co"))
        #expect(!stage.isShown("▸"))
        stage.does("enter")
        #expect(stage.cursorRow.hasPrefix(" Phone"))
    }

    @Test("Arrows move in the list, and Escape closes it without taking anything")
    func closes() {
        var stage = Stage()
        stage.does("4 n f4 down")
        #expect(stage.isShown("▸ A-101"))
        stage.does("escape")
        #expect(!stage.isShown("A-101"))
        #expect(stage.path.last == "New product")
        stage.type("x")
        #expect(stage.cursorRow.contains("Code        x"))
        stage.does("f4 tab")
        #expect(!stage.isShown("▸"))
        #expect(stage.cursorRow.hasPrefix(" Name"))
        stage.does("up")
        #expect(stage.cursorRow.contains("Code        x"))
    }

    @Test("Enter waits for the list that belongs to what was typed")
    func typedAhead() {
        var stage = Stage()
        stage.does("3 n f4")
        stage.type("ivan")
        stage.press("enter enter")
        stage.type("112")
        #expect(stage.cursorRow.contains("Name        ivan"))
        stage.settle()
        #expect(stage.isShown("Name        Ivanov & Co"))
        #expect(stage.cursorRow.contains("Phone       112"))
    }

    @Test("A list that can't be read is closed, and what was typed stays")
    func failure() throws {
        var stage = Stage()
        stage.does("3 n f4")
        stage.type("i")
        try stage.answer(.failure(.busy))
        #expect(stage.message.contains("Others hold what is needed"))
        #expect(stage.cursorRow.contains("Name        i"))
        stage.does("enter")
        #expect(stage.cursorRow.hasPrefix(" Phone"))
    }

    @Test("Choices are narrowed by the beginnings of their titles, in the language of the screen")
    func choices() throws {
        for (language, typed) in [(Language.english, "cor"), (Self.ukrainian, "вип")] {
            var stage = Stage(language: language)
            stage.does("4")
            stage.type("+")
            stage.type("-3")
            stage.does("tab f4")
            stage.type(typed)
            stage.does("enter")
            stage.press("f10")
            guard case .change(.adjustStock(let adjustment)) = try #require(stage.asked.last?.query) else {
                Issue.record("No stock is corrected.")
                return
            }
            #expect((adjustment.delta, adjustment.reason) == (-3, .correction))
        }
    }

    @Test("Letters that fit no choice leave the choice as it is, and Backspace takes them back")
    func noChoice() {
        var stage = Stage()
        stage.does("4 + tab f4")
        stage.type("zz")
        #expect(stage.isShown("Nothing fits."))
        stage.does("backspace backspace")
        #expect(stage.isShown("▸ receipt"))
        stage.type("zz")
        stage.does("enter")
        #expect(stage.isShown("[receipt]"))
    }

    @Test("The notes of earlier moves are offered once each")
    func notes() {
        var stage = Stage()
        stage.does("4 + tab tab f4")
        #expect(stage.text.count { $0.contains("Delivery 17") } == 1)
        stage.does("enter")
        #expect(stage.cursorRow.contains("Note        Delivery 17"))
    }

    @Test("A field without a list says so")
    func refusal() {
        var stage = Stage()
        stage.does("3 n tab f4")
        #expect(stage.message.contains("This field has no list"))
    }

    @Test(
        "Whoever has the same name, telephone or address is named when the field is left, and saving goes on",
        arguments: [
            ("", "ADA  LOVELACE", "Somebody is called so already: no. 1"),
            ("tab", "+44 (20) 7946-0001", "Ada Lovelace, no. 1, has this telephone"),
            ("tab", "067 123 45 67", "Іваненко Олена, no. 2, has this telephone"),
            ("tab tab", "Office@Ivanov.example", "Ivanov & Co, no. 3, has this e-mail"),
        ])
    func warnsOfUsers(_ keys: String, _ typed: String, _ warning: String) throws {
        var stage = Stage()
        stage.does("3 n \(keys)")
        stage.type(typed)
        stage.does("tab")
        #expect(stage.message.contains(warning))
        #expect(stage.text.contains { $0.hasPrefix("?") })
        stage.does("shift+tab")
        stage.type("0")
        #expect(!stage.text.contains { $0.hasPrefix("?") })
        stage.does("backspace tab shift+tab")
        if keys.isEmpty {
            stage.press("f10")
            guard case .change(.createUser(let new)) = try #require(stage.asked.last?.query) else {
                Issue.record("No customer is created.")
                return
            }
            #expect(new.name == typed)
        }
    }

    @Test("A code that another product has is told before anything is saved")
    func warnsOfProducts() {
        var stage = Stage()
        stage.does("4 n")
        stage.type("a-101")
        stage.does("tab")
        #expect(stage.message.contains("A-101 Чай чорний 100 г has this code or barcode already"))
    }

    @Test("A record that is edited is no twin of itself, and unchanged fields are not asked about")
    func ownValues() {
        var stage = Stage()
        stage.does("3 e end")
        stage.press("tab tab")
        #expect(stage.asked.isEmpty)
        stage.does("up up ctrl+u")
        stage.type("ada lovelace")
        stage.does("tab")
        #expect(!stage.text.contains { $0.hasPrefix("?") })
    }

    @Test("A warning about a text that has been changed meanwhile is not said")
    func lateWarning() throws {
        var stage = Stage()
        stage.does("3 n")
        stage.type("Ada Lovelace")
        stage.press("tab")
        let ticket = try #require(stage.asked.last?.ticket)
        stage.effects = []
        stage.press("shift+tab")
        stage.type("x")
        stage.send(.reply(ticket, .success(.records([.user(stage.shop.users[0])]))))
        #expect(!stage.isShown("Somebody is called so"))
    }
}
