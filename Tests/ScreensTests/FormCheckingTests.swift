import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct FormCheckingTests {
    private static let ukrainian = Languages.chosen("uk", environment: [:])

    @Test(
        "A price is shown as the screens write it once the field is left",
        arguments: ["1 250,5", "1250.50", "1250,5", " 1\u{A0}250.5 ", "1250.50 ₴", "₴ 1250,50"])
    func writesPrice(_ typed: String) {
        for (language, shown) in [(Language.english, "1 250.50"), (Self.ukrainian, "1 250,50")] {
            var stage = Stage(language: language)
            stage.does("4 f6 tab tab")
            stage.type(typed)
            #expect(stage.cursorRow.contains(Text.trim(typed)))
            stage.does("tab shift+tab")
            #expect(stage.cursorRow.hasSuffix("  \(shown)"), "\(stage.cursorRow)")
        }
    }

    @Test(
        "A telephone number is shown in one way once the field is left",
        arguments: [("+38 (050) 111-22-33", "+380 50 111 22 33"), ("0501112233", "050 111 22 33")])
    func writesPhone(_ typed: String, _ shown: String) throws {
        var stage = Stage()
        stage.does("3 n")
        stage.type("Zoe")
        stage.does("tab")
        stage.type(typed)
        stage.does("down")
        #expect(stage.isShown(shown))
        stage.press("f10")
        guard case .change(.createUser(let new))? = stage.asked.last?.query else {
            Issue.record("No customer is created.")
            return
        }
        #expect(new.phone == shown)
    }

    @Test("What is saved without leaving the field is written in the same way")
    func writesOnSaving() throws {
        var stage = Stage()
        stage.does("4 f6")
        stage.type(" N-1 ")
        stage.does("tab")
        stage.type("New")
        stage.does("tab tab tab ctrl+u")
        stage.type("1 200")
        stage.does("shift+tab shift+tab")
        stage.type("7,5")
        stage.press("f10")
        guard case .change(.createProduct(let new))? = stage.asked.last?.query else {
            Issue.record("No product is created.")
            return
        }
        #expect((new.sku, new.price, new.stock) == ("N-1", Money(minor: 750), 1200))
        #expect(stage.isShown("7.50") && stage.isShown("1 200"))
    }

    @Test("A stored text that nobody has changed is not written anew")
    func leavesStoredTextAlone() {
        var shop = Shop.small
        shop.users[0] = Fixture.user(1, name: "Ada Lovelace", phone: "+38 (050) 111-22-33")
        var stage = Stage(shop)
        stage.does("3 e tab tab")
        #expect(stage.isShown("+38 (050) 111-22-33"))
        stage.press("f10")
        #expect(stage.asked.isEmpty)
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("A fault of the field that is left is told and marked, and the keys go on to the next field")
    func tellsAndGoesOn() {
        var stage = Stage()
        stage.does("3 n tab")
        #expect(stage.message.contains("A name is needed"))
        #expect(stage.rings == 0)
        stage.press("shift+tab down")
        #expect(stage.rings == 1)
        stage.type("12 34")
        #expect(stage.cursorRow.contains("Phone       12 34"))
        #expect(stage.text.contains { $0.hasPrefix("!Name") })
    }

    @Test("In a small terminal a mark stands for the complaint, and its field tells it")
    func marksWhereThereIsNoRoom() {
        var stage = Stage(width: 40, height: 10)
        stage.does("3 n tab tab")
        #expect(stage.text.contains { $0.hasPrefix("!Name") })
        stage.does("up up")
        #expect(stage.message.contains("A name is needed"))
    }

    @Test("A fault that another field mends goes as soon as it is mended")
    func mendedElsewhere() {
        var stage = Stage()
        stage.does("4")
        stage.type("+")
        stage.type("-3")
        stage.does("tab")
        #expect(stage.isShown("take pieces away as a correction"))
        #expect(stage.isShown("!Change"))
        stage.does("right")
        #expect(!stage.isShown("take pieces away as a correction"))
        #expect(!stage.isShown("!Change"))
    }

    @Test("What the services refused stays said until the field itself is changed")
    func refusalStays() throws {
        var stage = Stage()
        stage.does("3 n")
        stage.type("Ada")
        stage.does("tab tab")
        stage.type("ada@example.com")
        stage.press("f10")
        try stage.answer(.failure(.conflict(.emailTaken)))
        stage.does("up")
        stage.type("112")
        #expect(stage.isShown("Another user has this e-mail"))
        stage.does("down")
        stage.type("x")
        #expect(!stage.isShown("Another user has this e-mail"))
    }
}
