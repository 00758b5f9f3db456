import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct PaletteTests {
    /// A stage with the palette open and a text typed, as far as the shop has answered.
    private func typed(_ text: String, keys: String = ":", from stage: Stage = Stage()) -> Stage {
        var stage = stage
        stage.does(keys)
        for character in text {
            stage.type(String(character))
            stage.settle()
        }
        return stage
    }

    private func palette(_ stage: Stage) throws -> PaletteOverlay {
        guard case .palette(let palette)? = stage.model.overlay else {
            Issue.record("The palette is not open.")
            throw CancellationError()
        }
        return palette
    }

    @Test("A list is opened with a filter typed in its filter line, from any screen")
    func filter() throws {
        var stage = typed("orders status:paid >500", keys: "3 ctrl+p")
        #expect(stage.isShown("Orders: status:paid >500"))
        stage.press("enter")
        #expect(stage.path == ["Home", "Orders"])
        #expect(stage.isShown("Filter status:paid >500"))
        guard case .orders(let request)? = stage.asked.last?.query else {
            Issue.record("Orders are not asked for.")
            return
        }
        #expect(!request.filter.terms.isEmpty)
        stage.settle()
        stage.does("f12")
        #expect(!stage.isShown("status:paid"))
    }

    @Test("A filter is completed, and a mistake in it is told in place and loses nothing typed")
    func filterMistake() throws {
        var stage = typed("orders sta")
        stage.does("tab")
        #expect(try palette(stage).field.text == "orders status:")
        stage.does("down enter")
        #expect(try palette(stage).field.text == "orders status:paid")
        stage = typed("orders status:eaten")
        #expect(stage.isShown("status: one of"))
        stage.does("enter")
        #expect(try palette(stage).field.text == "orders status:eaten")
        #expect(stage.path == ["Home"])
    }

    @Test("An order is opened by its number; a wrong number and no number are told in place")
    func order() throws {
        var stage = typed("order 104229")
        #expect(stage.isShown("Ivanov & Co"))
        stage.does("enter")
        #expect(stage.path == ["Home", "Order 104229"])
        stage = typed("order x1")
        #expect(stage.isShown("An order is called by its number, such as 104233."))
        stage = Stage()
        stage.does(":")
        stage.type("order 7")
        try stage.answer(.failure(.notFound(entity: "order", id: 7)))
        #expect(stage.isShown("There is no order 7."))
        #expect(try palette(stage).field.text == "order 7")
    }

    @Test("Enter before the answer opens what is found, and what is typed behind it is for the new screen")
    func typedAhead() throws {
        var stage = Stage()
        stage.does(":")
        stage.type("order 104233")
        stage.press("enter p")
        #expect(stage.model.overlay?.isWaiting == true)
        stage.settle()
        #expect(stage.path == ["Home", "Order 104233"])
        #expect(stage.message.contains("is paid"))
    }

    @Test("Keys typed behind an Enter that finds nothing are dropped, and the text stays")
    func nothingFound() throws {
        var stage = Stage()
        stage.does(":")
        stage.type("order 7")
        stage.press("enter x y")
        try stage.answer(.failure(.notFound(entity: "order", id: 7)))
        stage.settle()
        #expect(try palette(stage).field.text == "order 7")
        #expect(stage.model.typeAhead.isEmpty)
        stage.does("escape")
        #expect(stage.path == ["Home"])
    }

    @Test("A product is found by code, a customer by the end of a telephone number")
    func records() {
        var stage = typed("product k-250")
        stage.does("enter")
        #expect(stage.path == ["Home", "K-250"])
        stage = typed("customer 45 67")
        #expect(stage.isShown("Іваненко Олена"))
        stage.does("enter")
        #expect(stage.path == ["Home", "Іваненко Олена"])
        stage = typed("customer nobody")
        #expect(stage.isShown("Nothing is called so."))
    }

    @Test("An order is begun for a customer who is named, or for nobody yet")
    func newOrder() {
        var stage = typed("new lovelace")
        stage.does("enter")
        #expect(stage.path == ["Home", "New order"])
        #expect(stage.isShown("Customer  Ada Lovelace"))
        stage = typed("new ")
        stage.does("enter")
        #expect(stage.path == ["Home", "New order"])
    }

    @Test("The theme under the cursor is looked at, Esc brings the old one back, Enter keeps the new one")
    func look() throws {
        var stage = typed("theme ")
        #expect(stage.model.themes.shown == "dark")
        stage.press("down")
        #expect(stage.themeRequests.map(\.name) == ["light"])
        #expect(stage.themeRequests.last?.reason == .looked)
        stage.press("down down")
        stage.press("escape")
        #expect(stage.themeRequests.map(\.name) == ["light", "mono", "dark"])
        #expect(stage.model.themes.chosen == "dark")
        stage.settle()

        stage = typed("theme li", from: stage)
        #expect(stage.model.themes.shown == "light")
        stage.press("ctrl+u")
        #expect(stage.themeRequests.last?.name == "dark")
        stage.type("theme light")
        stage.press("enter")
        #expect(stage.themeRequests.last?.reason == .chosen)
        #expect((stage.model.themes.chosen, stage.model.themes.shown) == ("light", "light"))
        stage.settle()
        stage = typed("theme sepia", from: stage)
        #expect(stage.isShown("There is no theme sepia; there are dark, light, mono."))
    }

    @Test("A key is explained where it is typed, and help opens with it")
    func key() {
        var stage = typed("help f6", keys: "2 :")
        #expect(stage.isShown("Take a new order"))
        stage.does("enter")
        guard case .commands(let help)? = stage.model.overlay else {
            Issue.record("Help is not open.")
            return
        }
        #expect(help.field.text == "f6")
        stage = typed("help qqqq")
        #expect(stage.isShown("No key is called qqqq, and nothing that one does."))
    }

    @Test("Up on an empty line brings back what was done, the latest first, at most a hundred lines")
    func history() throws {
        var stage = typed("orders status:paid")
        stage.does("enter")
        stage = typed("moves", from: stage)
        stage.does("enter")
        stage = typed("quit oblik", from: stage)
        stage.does("escape : up")
        #expect(try palette(stage).field.text == "moves")
        stage.does("up up")
        #expect(try palette(stage).field.text == "orders status:paid")
        stage.does("down")
        #expect(try palette(stage).field.text == "moves")
        stage.does("down")
        #expect(try palette(stage).field.isEmpty)
        stage.does("up up enter")
        #expect(stage.isShown("Filter status:paid"))

        for number in 1...120 {
            stage = typed("orders \(number)", from: stage)
            stage.does("enter")
        }
        #expect(stage.model.paletteHistory.count == PaletteOverlay.maximumHistory)
        #expect(stage.model.paletteHistory.last == "orders 120")
    }

    @Test("Words are understood on a Cyrillic layout, and every word of the registry by itself")
    func words() throws {
        var stage = typed("щквукы ыефегы:зфшв")
        #expect(try palette(stage).argument?.word == "orders")
        stage = typed("ЩКВУКІ x")
        #expect(try palette(stage).argument?.word == "orders")
        for (action, word) in ActionRegistry.words {
            stage = typed(word.word)
            let row = try #require(try palette(stage).row)
            switch row.choice {
            case .action(let found): #expect(found == action, "\(word.word)")
            case .types(let text): #expect(text == "\(word.word) ")
            default: Issue.record("\(word.word) does \(row.choice)")
            }
        }
    }

    @Test("A word that needs an argument asks for it, whether it is chosen in the list or has a key")
    func needsArgument() throws {
        var stage = typed("order")
        stage.does("enter")
        #expect(try palette(stage).field.text == "order ")
        let file = KeyFile(text: "[everywhere]\norder = \"alt+o\"", path: "keys.toml")
        stage = Stage(keymap: Keymap(.classic, changedBy: file))
        stage.does("alt+o")
        #expect(try palette(stage).field.text == "order ")
    }

    @Test(
        "At every size the palette with an argument stays within the screen", arguments: [(80, 24), (40, 10), (1, 1)])
    func sizes(_ width: Int, _ height: Int) {
        let stage = typed("order 104233", from: Stage(width: width, height: height))
        #expect(stage.canvas.cursor.map { stage.canvas.bounds.contains($0) } ?? true)
        #expect(stage.text.count == height)
    }
}
