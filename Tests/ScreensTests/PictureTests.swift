import Domain
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct PictureTests {
    @Test("Home shows the way to everything, and the latest orders")
    func home() {
        Golden.expect(Stage().text, is: "home")
    }

    @Test("Home of an empty shop offers a demo and tells how to import")
    func emptyHome() {
        var stage = Stage(Shop())
        Golden.expect(stage.text, is: "home-empty")
        stage.does("i")
        Golden.expect(stage.text, is: "home-import")
    }

    @Test("The first picture tells that the database is being started")
    func starting() {
        var stage = Stage(isReady: false)
        stage.send(.databaseState(.starting("Making the database; this happens once.")))
        Golden.expect(stage.text, is: "home-starting")
    }

    @Test(
        "Every list has its picture",
        arguments: [("users", "3"), ("products", "4"), ("orders", "2")])
    func lists(_ name: String, _ key: String) {
        var stage = Stage()
        stage.does(key)
        Golden.expect(stage.text, is: name)
        stage.resize(width: 60, height: 16)
        Golden.expect(stage.text, is: "\(name)-60x16")
        stage.resize(width: 40, height: 10)
        Golden.expect(stage.text, is: "\(name)-40x10")
        stage.resize(width: 130, height: 40)
        stage.settle()
        Golden.expect(stage.text, is: "\(name)-130x40")
    }

    @Test(
        "Every record has its picture",
        arguments: [("user", "3 enter"), ("product", "4 enter"), ("order", "2 enter")])
    func details(_ name: String, _ keys: String) {
        var stage = Stage()
        for key in keys.split(separator: " ") { stage.does(String(key)) }
        Golden.expect(stage.text, is: name)
        stage.resize(width: 40, height: 10)
        Golden.expect(stage.text, is: "\(name)-40x10")
    }

    @Test("A search shows what was typed and what it found")
    func search() {
        var stage = Stage()
        stage.does("3 /")
        stage.type("ivan")
        stage.settle()
        Golden.expect(stage.text, is: "users-search")
    }

    @Test("A form shows its rules where they are broken")
    func form() {
        var stage = Stage()
        stage.does("3 f6")
        Golden.expect(stage.text, is: "form-user")
        stage.does("tab")
        stage.type("call me")
        stage.does("f10")
        Golden.expect(stage.text, is: "form-user-refused")
        stage.resize(width: 40, height: 10)
        Golden.expect(stage.text, is: "form-user-40x10")
    }

    @Test("Products have a form to be made and one for their stock")
    func productForms() {
        var stage = Stage()
        stage.does("4 f6")
        Golden.expect(stage.text, is: "form-product")
        stage.does("f3 +")
        Golden.expect(stage.text, is: "form-stock")
    }

    @Test("Cancelling an order is asked about on the message line")
    func question() {
        var stage = Stage()
        stage.does("2 x")
        Golden.expect(stage.text, is: "orders-cancel")
    }

    @Test("Help, palette and the places to go lie over the screen")
    func overlays() {
        var stage = Stage()
        stage.does("2 f1")
        Golden.expect(stage.text, is: "help")
        stage.does("f3 ctrl+p")
        stage.type("them")
        Golden.expect(stage.text, is: "palette")
        stage.does("f3 g")
        Golden.expect(stage.text, is: "go-to")
    }

    @Test("A lost database is a banner over rows that stay readable")
    func lost() {
        var stage = Stage()
        stage.does("2")
        stage.send(.databaseState(.lost("The database does not answer.")))
        // The rows were read just now, whenever that is.
        let text = stage.text.map { $0.replacing(/As of \d\d:\d\d\./, with: "As of 14:02.") }
        Golden.expect(text, is: "orders-lost")
    }

    @Test("A taken port is told in the status bar and on the message line")
    func portTaken() {
        var stage = Stage()
        stage.send(.httpState(.failed("port 4000 is taken.")))
        Golden.expect(stage.text, is: "home-port-taken")
    }
}
