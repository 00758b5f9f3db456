import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// Scans wherever the cursor stands, the rest of short lines, and how many keys an order takes.
@Suite struct OrderEntryScanTests {
    private static let tea = "4820000000017"

    @Test("A scan into the customer field adds a line, and what was half typed there stays")
    func intoCustomer() {
        var desk = OrderEntryDesk()
        desk.type("олен\(Self.tea)⏎")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100"])
        #expect(desk.screen.focus == .customer)
        #expect(desk.screen.customer.text == "олен")
        desk.type("а⏎")
        #expect(desk.screen.draft.customer != nil)
    }

    @Test("A scan into the empty customer field is goods, since nobody has such a telephone number")
    func intoEmptyCustomer() {
        var desk = OrderEntryDesk()
        desk.type("\(Self.tea)⏎")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [1])
        desk.type("\(Self.tea)⏎")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [2])
        #expect(desk.screen.focus == .customer)
    }

    @Test("So it is when answers come later than the scans")
    func late() {
        var desk = OrderEntryDesk(answersAtOnce: false)
        desk.type("\(Self.tea)⏎")
        desk.answerAll()
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100"])
    }

    @Test(
        "Letters scanned into the customer field are goods where they are a code and nobody's name",
        arguments: [true, false])
    func lettersIntoCustomer(answersAtOnce: Bool) {
        var desk = OrderEntryDesk(answersAtOnce: answersAtOnce)
        desk.type("k250⏎")
        desk.answerAll()
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["K250"])
        #expect(desk.screen.focus == .customer)
        #expect(desk.screen.customer.isEmpty)
        desk.type("олена⏎")
        desk.answerAll()
        #expect(desk.screen.draft.customer?.name == "Іваненко Олена")
        desk.type("⏎")
        #expect(desk.screen.focus == .totals)
    }

    @Test("A part of a code is no code, and a customer is meant before goods are")
    func noCode() {
        var desk = OrderEntryDesk()
        desk.type("k25⏎")
        #expect(desk.screen.draft.lines.isEmpty)
        #expect(desk.effects.last == .createCustomer(name: "k25"))
        desk = OrderEntryDesk()
        desk.people.append(OrderEntryDesk.user(10, "K250 Ltd", nil))
        desk.type("k250⏎")
        #expect(desk.screen.draft.lines.isEmpty)
        #expect(desk.screen.draft.customer?.name == "K250 Ltd")
    }

    @Test("A database that does not answer leaves what was scanned in the field, and keys go on")
    func codeUnavailable() {
        var desk = OrderEntryDesk(answersAtOnce: false)
        desk.type("k250")
        desk.answerAll()
        desk.type("⏎")
        for case .findAll(let ticket, _) in desk.effects {
            desk.receive(.foundAll(ticket: ticket, .failure(.unavailable)))
        }
        #expect(desk.screen.customer.text == "k250")
        #expect(desk.screen.notice?.role == .error)
        #expect(desk.screen.hold == nil)
    }

    @Test("A telephone number is a customer, as it was typed")
    func phone() {
        var desk = OrderEntryDesk()
        desk.type("380⏎")
        #expect(desk.screen.draft.customer != nil)
        #expect(desk.screen.draft.lines.isEmpty)
    }

    @Test("Scans on the totals and on a quantity add their goods")
    func elsewhere() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎K250⏎⏎")
        #expect(desk.screen.focus == .totals)
        desk.type("\(Self.tea)⏎")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["K250", "A100"])
        desk.press("f2")
        desk.type("\(Self.tea)⏎")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [1, 2])
    }

    @Test("The rest of short lines becomes a draft for the same customer under a key of its own")
    func split() throws {
        var desk = OrderEntryDesk()
        desk.type("олена⏎9*K250⏎A100⏎")
        let stock = try #require(desk.screen.draft.lines.all.first { $0.sku == "K250" }).stock
        #expect(stock < 9)
        desk.press("shift+f8")
        let rests = desk.effects.compactMap { effect in
            if case .release(let draft) = effect { draft } else { nil }
        }
        let rest = try #require(rests.first)
        #expect(rests.count == 1)
        #expect(rest.key != desk.screen.draft.key)
        #expect(rest.customer == desk.screen.draft.customer)
        #expect(rest.lines.all.map(\.sku) == ["K250"])
        #expect(rest.lines.all.map(\.quantity) == [9 - stock])
        // Nothing is taken off the lines before the journal has the rest.
        #expect(desk.screen.draft.lines.shortCount == 1)
        desk.receive(.saved(key: rest.key, revision: 1, at: Fixture.noon))
        #expect(desk.screen.draft.lines.shortCount == 0)
        desk.press("f7")
        #expect(desk.screen.draft.lines.all.first { $0.sku == "K250" }?.quantity == 9)
        #expect(desk.effects.contains(.discard(rest.key)))
    }

    @Test("A rest that can't be kept, or whose lines have changed meanwhile, is not taken off the lines")
    func failedSplit() throws {
        var desk = OrderEntryDesk()
        desk.type("олена⏎9*K250⏎")
        desk.press("shift+f8")
        desk.receive(.saveFailed(.full(limit: 100)))
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [9])
        desk.press("shift+f8")
        let rests = desk.effects.compactMap { effect in
            if case .release(let draft) = effect { draft } else { nil }
        }
        let rest = try #require(rests.last)
        #expect(rests.count == 2)
        desk.type("*8⏎")
        desk.receive(.saved(key: rest.key, revision: 1, at: Fixture.noon))
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [8])
        #expect(desk.effects.contains(.discard(rest.key)))
    }

    @Test("An order of three lines takes at most 29 keys typed, 11 scanned with a scan as one, 9 repeated")
    func keystrokes() {
        var typed = OrderEntryDesk()
        // From anywhere the order opens by one key, and a customer is found by three letters.
        typed.type("оле⏎2*a1⏎2*k2⏎2*a101⏎⏎⏎")
        #expect(typed.screen.hold != nil)
        #expect(typed.screen.draft.lines.count == 3)
        #expect(1 + typed.keys <= 29, "\(1 + typed.keys) keys")

        var scanned = OrderEntryDesk()
        scanned.type("оле⏎")
        let before = scanned.keys
        scanned.type("\(Self.tea)⏎4820000000024⏎4820000000031⏎")
        let scans = 3
        scanned.type("⏎⏎")
        #expect(scanned.screen.hold != nil)
        #expect(scanned.screen.draft.lines.count == 3)
        #expect(1 + before + scans + 2 <= 11, "\(1 + before + scans + 2) keys")

        var repeated = OrderEntryDesk()
        repeated.type("оле⏎")
        repeated.press("f9")
        #expect(repeated.effects.contains { $0.asksForLastOrder })
        // F6, three letters and Enter, F9, Enter for the totals, Enter to place.
        #expect(1 + repeated.keys + 2 <= 9, "\(1 + repeated.keys + 2) keys")
    }

    @Test("Fifty Enters send one order, once")
    func enters() {
        var desk = OrderEntryDesk()
        desk.type("оле⏎2*A100⏎" + String(repeating: "⏎", count: 50))
        let sent = desk.effects.filter { if case .place = $0 { true } else { false } }
        #expect(sent.count == 1)
    }
}
