import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct ShellTests {
    @Test("Letters do the same under a Ukrainian layout")
    func cyrillicLayout() {
        var stage = Stage()
        stage.does("g")
        stage.type("г")
        stage.settle()
        #expect(stage.path == ["Home", "Users"])
        stage.type("т")
        #expect(stage.path == ["Home", "Users", "New customer"])
        stage.type("Їжак")
        #expect(stage.isShown("Їжак"))
        stage.does("f3")
        stage.type("н")
        stage.settle()
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("A question is not answered by keys typed ahead, and Enter is no")
    func questions() {
        var stage = Stage()
        stage.does("2")
        stage.press("x y y")
        #expect(stage.isShown("Cancel order"))
        stage.settle()
        stage.does("enter")
        #expect(stage.message.contains("Nothing was changed"))
        #expect(!stage.isShown("Cancel order"))
        stage.does("x")
        stage.does("y")
        #expect(stage.message.contains("is cancelled"))
    }

    @Test("Keys that wait for a change are taken when it is done, even if its screen has gone meanwhile")
    func keptKeys() {
        var stage = Stage()
        stage.does("2")
        stage.press("p 3")
        #expect(stage.model.typeAhead.count == 1)
        stage.effects += stage.model.apply([.goHome], from: stage.model.topID)
        #expect(stage.path == ["Home"])
        stage.settle()
        #expect(stage.model.typeAhead.isEmpty)
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("A step that an order's life does not have is refused without a query")
    func illegalStep() {
        var stage = Stage()
        stage.does("2")
        stage.press("h")
        #expect(stage.asked.isEmpty)
        #expect(stage.message.contains("can't become shipped"))
        stage.does("p")
        #expect(stage.message.contains("is paid"))
    }

    @Test("Help is searched by words and by keys, and does what is chosen")
    func help() {
        var stage = Stage()
        stage.does("2 f1")
        stage.type("F6")
        #expect(stage.isShown("Take a new order"))
        #expect(!stage.isShown("Mark the order as paid"))
        stage.does("ctrl+u")
        stage.type("paid")
        stage.does("enter")
        #expect(stage.message.contains("is paid"))
    }

    @Test("The palette goes anywhere and changes the theme")
    func palette() throws {
        var stage = Stage()
        stage.does("ctrl+p")
        stage.type("prod")
        stage.does("enter")
        #expect(stage.path == ["Home", "Products"])
        stage.press(":")
        stage.type("light")
        stage.press("enter")
        let request = try #require(stage.themeRequests.last)
        #expect((request.name, request.reason) == ("light", .chosen))
        stage.send(.themed(request))
        #expect(stage.message.contains("light"))
    }

    @Test("The program ends by q on Home, by ^C twice, and when the terminal is gone")
    func ends() {
        var stage = Stage()
        stage.press("ctrl+c")
        #expect(!stage.model.isFinished)
        stage.press("ctrl+c")
        #expect(stage.model.isFinished)
        var quitting = Stage()
        quitting.press("q")
        #expect(quitting.model.isFinished)
        var hungUp = Stage()
        _ = hungUp.model.handle(.hangup)
        #expect(hungUp.model.isFinished)
        var other = Stage()
        other.press("ctrl+c down ctrl+c")
        #expect(!other.model.isFinished)
    }

    @Test("^Z suspends and ^L draws anew, also while text is typed")
    func suspends() {
        var stage = Stage()
        stage.does("3 f6")
        stage.press("ctrl+z ctrl+l")
        let names = stage.effects.map { "\($0)" }
        #expect(names == ["suspend", "redraw"])
    }

    @Test("A lost database is tried again with growing pauses, and its return refreshes the screen")
    func databaseLost() throws {
        var stage = Stage(.users(300))
        stage.does("3")
        stage.press("end")
        try stage.answer(.failure(.unavailable))
        #expect(stage.isShown("db lost"))
        #expect(stage.isShown("User 1 "))
        #expect(stage.pauses == [.seconds(1)])
        stage.effects = []
        stage.send(.probed(isBack: false))
        stage.send(.probed(isBack: false))
        #expect(stage.pauses == [.seconds(2), .seconds(4)])
        stage.effects = []
        stage.send(.probed(isBack: true))
        #expect(stage.isShown("● db"))
        #expect(stage.asked.count == 1)
        stage.settle()
        #expect(stage.isShown("User 1 "))
    }

    @Test("The demo shop is offered to an empty shop only, and made once")
    func demo() {
        var stage = Stage(Shop())
        stage.press("d d")
        let seeds = stage.effects.count { if case .seedDemo = $0 { true } else { false } }
        #expect(seeds == 1)
        stage.effects = []
        stage.send(.seed(.progress("40 of 500 orders")))
        #expect(stage.message.contains("40 of 500"))
        stage.shop = .small
        stage.send(.seed(.done("A shop with 500 orders is there.")))
        stage.settle()
        #expect(stage.isShown("104233"))
        stage.press("d")
        #expect(stage.effects.isEmpty)
    }

    @Test("An order on Home is opened, and leaving it leads back")
    func orderFromHome() {
        var stage = Stage()
        // Behind the menu stand the figures of today and of the days.
        stage.does("down down down down down down down down enter")
        #expect(stage.path == ["Home", "Order 104233"])
        stage.does("q")
        #expect(stage.path == ["Home"])
    }

    @Test("Errors ring and stay until the next key")
    func errorNotice() {
        var stage = Stage()
        stage.send(.httpState(.failed("port 4000 is taken")))
        #expect(stage.rings == 1)
        #expect(stage.message.contains("port 4000"))
        stage.press("down")
        #expect(!stage.message.contains("port 4000"))
        #expect(stage.isShown("http off"))
    }
}

extension Stage {
    /// The themes that were asked for, the last one last.
    var themeRequests: [ThemeRequest] {
        effects.compactMap { if case .applyTheme(let request) = $0 { request } else { nil } }
    }

    /// The pauses after which the database is to be tried again.
    var pauses: [Duration] {
        effects.compactMap { if case .probe(let pause) = $0 { pause } else { nil } }
    }
}

@Suite struct RefusalTests {
    @Test("What can't be done says why in the palette too, and by its key")
    func says() {
        var stage = Stage()
        stage.does("2 down down")
        stage.does("p")
        #expect(stage.message.contains("Order 104200 is cancelled; it can't become paid."))
        stage.does("ctrl+p")
        stage.type("as paid")
        #expect(stage.isShown("Mark the order as paid: Order 1042"))
    }

    @Test("Order entry names what is missing for a command, and its keys as the key file has them")
    func entry() throws {
        var screen = OrderEntryScreen()
        #expect(screen.refusal(of: .undo)?.english == "There is nothing to take back.")
        #expect(screen.refusal(of: .splitRest) != nil)
        #expect(screen.refusal(of: .place) == nil)
        _ = screen.perform(.redo)
        #expect(screen.notice?.text.english == "There is nothing to make again.")

        let file = KeyFile(text: "[entry]\nundo = \"alt+u\"", path: "keys.toml")
        var desk = OrderEntryDesk(OrderEntryScreen(keymap: Keymap(.classic, changedBy: file)))
        desk.type("олена⏎A100⏎-⏎")
        #expect(desk.screen.notice?.text.english.hasSuffix("Alt-u brings it back.") == true)
        desk.press("alt+u")
        #expect(desk.screen.draft.lines.count == 1)
    }
}
