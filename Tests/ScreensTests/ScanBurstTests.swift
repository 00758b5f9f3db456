import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// Scanners told from people by the time between keys, which is handed in.
@Suite struct ScanBurstTests {
    private static let start = ContinuousClock.now

    private func burst(_ text: String, gap: Duration, end: KeyPress = KeyPress(.enter)) -> String? {
        var burst = ScanBurst()
        var moment = Self.start
        for scalar in text.unicodeScalars {
            moment += gap
            #expect(burst.take(KeyPress(.character(scalar)), at: moment) == nil)
        }
        return burst.take(end, at: moment + gap)
    }

    @Test("A whole code in no time, with Enter or Tab behind it, is a scan; what a person types is none")
    func decides() {
        #expect(burst("4820000000017", gap: .milliseconds(5)) == "4820000000017")
        #expect(burst("A-100", gap: .milliseconds(30), end: KeyPress(.tab)) == "A-100")
        #expect(burst("A-100", gap: .milliseconds(31)) == nil)
        #expect(burst("abc", gap: .milliseconds(5)) == nil)
        #expect(burst("two words", gap: .milliseconds(5)) == "words")
        #expect(burst(String(repeating: "9", count: 65), gap: .milliseconds(1)) == nil)
        #expect(burst("A-100", gap: .milliseconds(5), end: KeyPress(.down)) == nil)
    }

    @Test("What was typed before a scan is no part of it, and keys without a time are never a scan")
    func begins() {
        var scan = ScanBurst()
        var moment = Self.start
        for scalar in "олен".unicodeScalars {
            moment += .milliseconds(120)
            _ = scan.take(KeyPress(.character(scalar)), at: moment)
            #expect(scan.begins)
        }
        moment += .milliseconds(500)
        for scalar in "K250".unicodeScalars {
            moment += .milliseconds(3)
            _ = scan.take(KeyPress(.character(scalar)), at: moment)
        }
        // The first letter of the scan came half a second behind the name's last one.
        #expect(scan.take(KeyPress(.enter), at: moment + .milliseconds(3)) == "K250")
        for scalar in "K250".unicodeScalars { _ = scan.take(KeyPress(.character(scalar)), at: nil) }
        #expect(scan.take(KeyPress(.enter), at: nil) == nil)
    }

    /// A program at order entry, and a clock.
    private struct Desk {
        var stage = Stage()
        var moment = ScanBurstTests.start

        init() { stage.does("1") }

        mutating func type(_ text: String, gap: Duration) {
            for scalar in text.unicodeScalars { press(KeyPress(.character(scalar)), gap) }
        }

        mutating func press(_ press: KeyPress, _ gap: Duration) {
            moment += gap
            stage.effects += stage.model.handle(.key(press), at: moment)
        }

        mutating func scan(_ code: String) {
            press(KeyPress(.character(code.unicodeScalars.first ?? "0")), .seconds(1))
            type(String(code.dropFirst()), gap: .milliseconds(2))
            press(KeyPress(.enter), .milliseconds(2))
        }

        var entry: OrderEntryScreen? { (stage.model.top as? EntryScreen)?.entry }

        /// The last question of order entry; all others are forgotten.
        mutating func question() throws -> OrderEntryEffect {
            let effects = stage.effects
            stage.effects = []
            let asked = effects.compactMap { if case .entry(let effect, _) = $0 { effect } else { nil } }
            return try #require(
                asked.last {
                    switch $0 {
                    case .findAll, .find: true
                    default: false
                    }
                })
        }

        mutating func answer(_ message: OrderEntryMessage) {
            stage.send(.entry(message, screen: stage.model.topID))
        }
    }

    @Test("A code with letters, scanned behind half a name, is goods; the half name stays")
    func intoCustomer() throws {
        var desk = Desk()
        desk.type("олен", gap: .milliseconds(150))
        desk.scan("K-250")
        guard case .findAll(let ticket, ["K-250"]) = try desk.question() else {
            Issue.record("The code is not looked for.")
            return
        }
        desk.answer(.foundAll(ticket: ticket, .success([Fixture.product(3, sku: "K-250")])))
        let entry = try #require(desk.entry)
        #expect(entry.draft.lines.all.map(\.sku) == ["K-250"])
        #expect((entry.customer.text, entry.focus) == ("олен", .customer))
    }

    @Test("A name that was typed as fast as a scan is a name, once no goods are called so")
    func nameInNoTime() throws {
        var desk = Desk()
        desk.scan("olena")
        guard case .findAll(let ticket, ["olena"]) = try desk.question() else {
            Issue.record("The code is not looked for.")
            return
        }
        desk.answer(.foundAll(ticket: ticket, .success([nil])))
        let entry = try #require(desk.entry)
        #expect(entry.pendingCustomer == "olena")
        #expect(entry.focus == .entry)
        #expect(entry.draft.lines.isEmpty)
    }

    @Test("Digits scanned while a line has the focus are no quantity, and the line is as it was")
    func ontoLine() throws {
        var desk = Desk()
        desk.answer(.customerCreated(Fixture.user(1, name: "Ada Lovelace")))
        desk.scan("A-100")
        guard case .find(let ticket, "A-100") = try desk.question() else {
            Issue.record("The code is not looked for.")
            return
        }
        desk.answer(.found(ticket: ticket, .success(Fixture.product(1, sku: "A-100", stock: 12))))
        desk.press(KeyPress(.up), .seconds(1))
        #expect(desk.entry?.focus == .line(0))
        desk.scan("10012")
        guard case .find(let second, "10012") = try desk.question() else {
            Issue.record("The code is not looked for.")
            return
        }
        desk.answer(.found(ticket: second, .success(Fixture.product(2, sku: "10012"))))
        let entry = try #require(desk.entry)
        #expect(entry.draft.lines.all.map(\.sku) == ["A-100", "10012"])
        #expect(entry.draft.lines.all.map(\.quantity) == [1, 1])
    }

    @Test("A scanner that ends its codes with Tab adds the line all the same")
    func tab() throws {
        var desk = Desk()
        desk.answer(.customerCreated(Fixture.user(1, name: "Ada Lovelace")))
        desk.type("A-100", gap: .milliseconds(2))
        desk.press(KeyPress(.tab), .milliseconds(2))
        guard case .find(_, "A-100") = try desk.question() else {
            Issue.record("The code is not looked for.")
            return
        }
    }

    @Test("A discount above what this person may give is told while it is typed, and not taken by Enter")
    func discount() {
        var desk = OrderEntryDesk()
        desk.receive(.enteredBy(.operator_))
        desk.type("олена⏎A100⏎%1")
        #expect(desk.screen.notice?.role != .warning)
        desk.type("5")
        #expect(desk.screen.notice?.text.english.contains("You may give up to 10 % off") == true)
        desk.type("⏎")
        #expect(desk.screen.draft.lines.all.map(\.discount) == [.zero])
        #expect(desk.screen.notice?.role == .error)
        desk.press("up")
        desk.type("%20")
        #expect(desk.screen.notice?.role == .warning)
        desk.type("⏎")
        #expect(desk.screen.draft.lines.all.map(\.discount) == [.zero])
        var manager = OrderEntryDesk()
        manager.receive(.enteredBy(.manager))
        manager.type("олена⏎A100%50⏎")
        #expect(manager.screen.draft.lines.all.map(\.discount.shortText) == ["50"])
    }

    @Test("A note of several lines keeps its line ends when it is edited")
    func note() throws {
        var shop = Shop.small
        shop.orders[0] = Fixture.order(104_233, note: "Call first\nBack door")
        var stage = Stage(shop)
        stage.does("2 enter e")
        #expect(stage.isShown("Call first⏎Back door"))
        stage.type("!")
        stage.press("enter")
        guard case .change(.editOrder(_, let edit, _)) = try #require(stage.asked.last?.query) else {
            Issue.record("No order is edited.")
            return
        }
        #expect(edit.note == .set("Call first\nBack door!"))
    }

    @Test("The end of piped input ends the program once what came is answered, and not before")
    func endOfInput() {
        var stage = Stage()
        stage.press("2")
        stage.effects += stage.model.handle(.endOfInput)
        func looks(_ stage: Stage) -> Int { stage.effects.count { if case .look = $0 { true } else { false } } }
        #expect(looks(stage) == 0)
        let pending = stage.asked
        stage.effects = []
        for (query, ticket) in pending { stage.send(.reply(ticket, .success(stage.shop.reply(to: query)))) }
        #expect(looks(stage) == 1)
        #expect(!stage.model.isFinished)
        stage.send(.looked)
        #expect(stage.model.isFinished)
    }

    @Test("A database that is lost answers nothing: the program ends all the same")
    func endWithoutDatabase() {
        var stage = Stage(isReady: false)
        stage.effects += stage.model.handle(.endOfInput)
        #expect(!stage.effects.contains { if case .look = $0 { true } else { false } })
        stage.send(.databaseState(.lost("no server")))
        stage.send(.looked)
        #expect(stage.model.isFinished)
    }
}
