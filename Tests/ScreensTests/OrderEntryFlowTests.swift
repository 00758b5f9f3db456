import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct OrderEntryFlowTests {
    @Test("An order of three lines is typed, seen and placed")
    func wholeOrder() throws {
        var desk = OrderEntryDesk()
        #expect(desk.screen.focus == .customer)
        desk.type("олена")
        #expect(desk.screen.customers.items.map(\.name) == ["Іваненко Олена"])
        desk.type("⏎2*A100⏎кава⏎C001⏎")
        let lines = desk.screen.draft.lines
        #expect(lines.all.map(\.sku) == ["A100", "K250", "C001"])
        #expect(lines.all.map(\.quantity) == [2, 1, 1])
        #expect(lines.total == Money(minor: 2 * 120_00 + 245_00 + 42_50))
        desk.type("⏎")
        #expect(desk.screen.focus == .totals)
        desk.type("⏎")
        let sent = try #require(desk.sent)
        #expect(sent.request.user == Identifier(7))
        #expect(sent.request.lines.map(\.price) == [Money(minor: 120_00), Money(minor: 245_00), Money(minor: 42_50)])
        #expect(sent.request.key == sent.draft.key)
        #expect(sent.draft.isInFlight)
        desk.placeSent()
        #expect(desk.screen.notice?.text.english == "Order 104233 placed, 3 lines, 527.50 ₴")
        #expect(desk.screen.draft.isEmpty)
        #expect(desk.screen.draft.key != sent.draft.key)
        #expect(desk.screen.focus == .customer)
        #expect(desk.effects.contains { if case .placed(let order) = $0 { order.id.value == 104_233 } else { false } })
    }

    @Test("Three typed lines take at most 29 keys with the one that opens the screen")
    func typedKeys() {
        var desk = OrderEntryDesk()
        desk.type("олен⏎2*A100⏎2*K250⏎2*C001⏎⏎⏎")
        #expect(desk.keys + 1 <= 29)
        #expect(desk.sent?.request.lines.map(\.quantity) == [2, 2, 2])
    }

    @Test("Three scanned lines take at most 11 keys, a scan counted as one")
    func scannedKeys() {
        var desk = OrderEntryDesk()
        desk.type("олен⏎")
        let typed = desk.keys
        for code in ["4820000000017", "4820000000031", "4820000000048"] { desk.type("\(code)⏎") }
        let scanned = desk.keys
        desk.type("⏎⏎")
        #expect(1 + typed + 3 + (desk.keys - scanned) <= 11)
        #expect(desk.sent?.request.lines.count == 3)
    }

    @Test("A customer's last order takes at most 9 keys")
    func repeatedKeys() throws {
        var desk = OrderEntryDesk()
        desk.type("олен⏎")
        desk.press("f9")
        // Typed before the answer: the Enters wait for it.
        desk.type("⏎⏎")
        #expect(desk.sent == nil)
        guard case .readLastOrder(let ticket, let customer)? = desk.effects.last(where: \.asksForLastOrder) else {
            Issue.record("The last order was not asked for")
            return
        }
        #expect(customer == Identifier(7))
        let lines = [DraftLine(OrderEntryDesk.goods[0], quantity: 3), DraftLine(OrderEntryDesk.goods[2], quantity: 1)]
        desk.receive(.lastOrder(ticket: ticket, .success(lines)))
        #expect(desk.keys + 1 <= 9)
        #expect(desk.sent?.request.lines.map(\.quantity) == [3, 1])
    }

    @Test("The first hit is chosen, arrows choose another, and Enter adds what is chosen")
    func chosenHit() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎чай")
        #expect(desk.screen.products.items.map(\.sku) == ["A100", "A101"])
        desk.press("down enter")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A101"])
        desk.type("чай⏎")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A101", "A100"])
    }

    @Test("What was chosen by an arrow stays chosen though a newer answer comes before Enter")
    func choiceIsNotMoved() {
        var desk = OrderEntryDesk(answersAtOnce: false)
        desk.type("олена⏎")
        desk.answerAll()
        desk.type("ча")
        desk.answer { if case .searchProducts(let request) = $0 { request.words == "ч" } else { false } }
        #expect(desk.screen.products.items.map(\.sku) == ["A100", "A101"])
        desk.press("down")
        desk.answerAll()
        #expect(desk.screen.products.choice?.sku == "A101")
        desk.type("⏎")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A101"])
    }

    @Test("A code in any case, a barcode and the same product again go to one line")
    func sameProduct() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎a100⏎4820000000017⏎3*A100⏎")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [5])
    }

    @Test("*5 and - mean the line that was touched last, #words is the note")
    func lastLine() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎K250⏎A100⏎*5⏎#до обіду⏎")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [5, 1])
        #expect(desk.screen.draft.note == "до обіду")
        desk.type("-⏎")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["K250"])
        desk.type("#⏎")
        #expect(desk.screen.draft.note == nil)
    }

    @Test("An unknown code rings, is named, and stays selected for retyping")
    func unknownCode() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎zzz⏎")
        #expect(desk.screen.entry.text == "zzz")
        #expect(desk.screen.entry.isSelected)
        #expect(desk.screen.notice == .init(text: "Not found: \("zzz")", role: .error))
        #expect(desk.effects.contains(.ring))
        desk.type("A100⏎")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100"])
        #expect(desk.screen.misses.isEmpty)
    }

    @Test("An exact code wins over a name that holds it")
    func exactWins() {
        var desk = OrderEntryDesk(answersAtOnce: false)
        desk.goods.insert(OrderEntryDesk.product(5, "B1", "Чохол K250", 10_00, 1), at: 0)
        desk.type("олена⏎K250⏎")
        desk.answerAll()
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["K250"])
    }

    @Test("Rows pasted from a spreadsheet become lines in one step, unknown ones are kept for retyping")
    func pastedTable() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎")
        desk.paste("A100\t2\nnothing\t4\nK250\t1\n")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [2, 1])
        #expect(desk.screen.entry.text == "4*nothing")
        desk.press("f7")
        #expect(desk.screen.draft.lines.isEmpty)
        desk.press("ctrl+r")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [2, 1])
    }

    @Test("A customer who does not exist is created without leaving the order")
    func newCustomer() {
        var desk = OrderEntryDesk()
        desk.type("Коваль")
        #expect(desk.screen.knowsNobody)
        desk.type("⏎")
        #expect(desk.effects.last == .createCustomer(name: "Коваль"))
        desk.receive(.customerCreated(OrderEntryDesk.user(20, "Коваль Ірина", nil)))
        #expect(desk.screen.draft.customer?.name == "Коваль Ірина")
        #expect(desk.screen.focus == .entry)
    }

    @Test("F4 opens the long list, and keys go on filtering it")
    func longList() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎")
        desk.press("f4")
        #expect(desk.screen.products.items.count == 4)
        #expect(desk.effects.contains { if case .searchProducts(let ask) = $0 { ask.limit == 50 } else { false } })
        desk.type("кава⏎")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["K250"])
        desk.press("f4 down down down enter")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["K250", "C001"])
    }

    @Test("Letters of commands work on a Cyrillic layout while a line is focused")
    func cyrillicLayout() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎K250⏎")
        desk.press("up")
        desk.type("г")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100"])
    }
}

extension OrderEntryEffect {
    var asksForLastOrder: Bool { if case .readLastOrder = self { true } else { false } }
}
