import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct OrderEntryPlacingTests {
    /// An order of two lines that has been sent.
    private func sentOrder(_ text: String = "олена⏎5*A100⏎6*K250⏎⏎⏎") -> OrderEntryDesk {
        var desk = OrderEntryDesk()
        desk.type(text)
        return desk
    }

    private func shortage(_ index: Int, wanted: Int, available: Int) -> Shortage {
        let product = OrderEntryDesk.goods[index]
        return Shortage(
            product: product.id, sku: product.sku, name: product.name, wanted: wanted, available: available)
    }

    private func placings(_ desk: OrderEntryDesk) -> Int {
        desk.effects.count { if case .place = $0 { true } else { false } }
    }

    @Test("A second Enter, and a third after the answer, place nothing more")
    func doubleEnter() {
        var desk = sentOrder()
        desk.type("⏎⏎")
        desk.press("f10 ctrl+s")
        #expect(placings(desk) == 1)
        desk.placeSent()
        desk.type("⏎⏎")
        #expect(placings(desk) == 1)
        #expect(desk.screen.focus == .customer)
    }

    @Test("What is typed while an order is on its way belongs to the next one")
    func typeAheadAfterPlacing() {
        var desk = sentOrder()
        desk.type("петро⏎C001⏎")
        #expect(desk.screen.draft.lines.count == 2)
        desk.placeSent()
        desk.answerAll()
        #expect(desk.screen.draft.customer?.name == "Іванчук Петро")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["C001"])
        #expect(desk.screen.notice?.text.english.hasPrefix("Order 104233 placed") == true)
    }

    @Test("What was typed ahead is dropped when the order is refused: it was meant for another form")
    func typeAheadBeforeRefusal() {
        var desk = sentOrder()
        desk.type("петро⏎C001⏎⏎⏎")
        desk.refuseSent(.insufficientStock([shortage(1, wanted: 5, available: 3)]))
        #expect(desk.screen.draft.customer?.name == "Іваненко Олена")
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100", "K250"])
        #expect(placings(desk) == 1)
        #expect(desk.screen.notice?.text.english.hasSuffix("(13 typed-ahead keys dropped)") == true)
    }

    @Test("A shortage keeps the lines, says have and want on each, and goes to the first short one")
    func shortages() {
        var desk = sentOrder()
        desk.refuseSent(
            .insufficientStock([shortage(0, wanted: 5, available: 3), shortage(2, wanted: 6, available: 0)]))
        #expect(desk.screen.focus == .line(0))
        let picture = desk.picture(80, 21)
        #expect(picture.contains { $0.contains("A100") && $0.contains("have 3, want 5") })
        #expect(picture.contains { $0.contains("K250") && $0.contains("have 0, want 6") })
        #expect(desk.effects.contains { if case .save(let draft) = $0 { !draft.isInFlight } else { false } })
    }

    @Test("F8 takes what there is, removes lines of which there is nothing, and can be taken back")
    func takeStock() {
        var desk = sentOrder()
        let key = desk.screen.draft.key
        desk.refuseSent(
            .insufficientStock([shortage(0, wanted: 5, available: 3), shortage(2, wanted: 6, available: 0)]))
        desk.press("f8")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [3])
        #expect(desk.screen.focus == .totals)
        desk.press("f7")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [5, 6])
        #expect(desk.screen.draft.lines.shortCount == 2)
        desk.press("ctrl+r f10")
        #expect(desk.sent?.request.lines.map(\.quantity) == [3])
        #expect(desk.sent?.request.key == key)
    }

    @Test("New prices are shown beside the old ones, and only F5 makes them the order's")
    func priceChange() {
        var desk = sentOrder()
        let product = OrderEntryDesk.goods[0]
        let change = PriceChange(product: product.id, sku: product.sku, told: product.price, now: Money(minor: 125_00))
        desk.refuseSent(.priceChanged([change]))
        #expect(desk.screen.focus == .totals)
        #expect(desk.picture(80, 21).contains { $0.contains("120.00 → 125.00") })
        #expect(desk.picture(80, 21, glyphs: .ascii).contains { $0.contains("120.00 -> 125.00") })
        #expect(desk.screen.draft.lines[0].price == Money(minor: 120_00))
        desk.press("f5")
        #expect(desk.screen.draft.lines[0].price == Money(minor: 125_00))
        #expect(desk.screen.draft.lines.total == Money(minor: 5 * 125_00 + 6 * 245_00))
        desk.type("⏎")
        #expect(desk.sent?.request.lines[0].price == Money(minor: 125_00))
    }

    @Test(
        "While the outcome is unknown the same request is asked again, and nothing can be changed before",
        arguments: [ServiceError.unavailable, .busy, .defect(reference: "ab12")])
    func unknownOutcome(error: ServiceError) throws {
        var desk = sentOrder()
        let first = try #require(desk.sent)
        desk.refuseSent(error)
        #expect(desk.screen.isOutcomeUnknown)
        desk.type("A100")
        desk.press("f2 f8 f9 up delete")
        desk.paste("C001\t4\nA101\t1")
        #expect(desk.screen.draft == first.draft)
        desk.type("⏎")
        let second = try #require(desk.sent)
        #expect(placings(desk) == 2)
        #expect(second.request == first.request)
        desk.placeSent()
        #expect(desk.screen.notice?.text.english.hasPrefix("Order 104233 placed") == true)
    }

    @Test("Changes after an unknown outcome keep the key, and an order that stands already is told by its number")
    func changedAfterUnknown() throws {
        var desk = sentOrder()
        let key = desk.screen.draft.key
        desk.refuseSent(.unavailable)
        desk.press("escape")
        desk.type("C001⏎⏎⏎")
        #expect(desk.sent?.request.key == key)
        #expect(desk.sent?.request.lines.count == 3)
        desk.refuseSent(.idempotencyKeyReused(Identifier(900)))
        #expect(desk.screen.notice?.text.english.contains("Order 900 was placed from this draft") == true)
        desk.type("⏎")
        desk.press("f10")
        #expect(placings(desk) == 2)
        desk.press("f6 enter")
        #expect(placings(desk) == 3)
        #expect(desk.sent?.request.key != key)
        #expect(desk.sent?.request.lines.count == 3)
        #expect(desk.effects.contains(.discard(key)))
    }

    @Test("A product that is no longer sold is marked, and its line can be removed")
    func goneProduct() {
        var desk = sentOrder()
        desk.refuseSent(.unknownReference(field: "items/1/productId", id: 3))
        #expect(desk.screen.focus == .line(1))
        #expect(desk.picture(80, 21).contains { $0.contains("K250") && $0.contains("no longer sold") })
        desk.press("delete f10")
        #expect(desk.sent?.request.lines.count == 1)
    }

    @Test("A customer who is gone sends the cursor to the customer field")
    func goneCustomer() {
        var desk = sentOrder()
        desk.refuseSent(.unknownReference(field: "userId", id: 7))
        #expect(desk.screen.focus == .customer)
        #expect(desk.screen.draft.lines.count == 2)
    }

    @Test("A broken rule sends the cursor to the line that breaks it")
    func brokenRule() {
        var desk = sentOrder()
        desk.refuseSent(.invalid([Violation("items/1/quantity", "range", "Too many.")]))
        #expect(desk.screen.focus == .line(1))
        #expect(desk.screen.notice?.text.english == "Too many.")
        #expect(!desk.screen.isOutcomeUnknown)
    }

    @Test("Who may not place orders is told so, and the draft stays")
    func forbidden() {
        var desk = sentOrder()
        desk.refuseSent(.forbidden(.placeOrder))
        #expect(desk.screen.notice?.text.english == "You may not do this.")
        #expect(desk.screen.draft.lines.count == 2)
    }

    @Test("An order is not sent with half a line in the field, without a customer, or without lines")
    func unready() {
        var desk = OrderEntryDesk()
        desk.press("f10")
        desk.type("олена⏎A100")
        desk.press("f10")
        #expect(desk.screen.notice?.text.english.hasPrefix("“A100” is not a line yet") == true)
        desk.press("escape f10")
        #expect(desk.screen.notice?.text.english == "There is no line yet.")
        #expect(placings(desk) == 0)
        var other = OrderEntryDesk()
        other.press("shift+tab")
        other.type("A100⏎⏎")
        #expect(other.screen.focus == .customer)
        #expect(placings(other) == 0)
    }

    @Test("A line whose sum the books can't hold is refused, and so is the thousand and first line")
    func limits() {
        var desk = OrderEntryDesk()
        desk.goods = [OrderEntryDesk.product(1, "GOLD", "Gold", Money.maximum.minor, 5)]
        desk.type("олена⏎GOLD⏎GOLD⏎")
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [1])
        #expect(desk.screen.notice?.text.english == "The line's sum is larger than the books can hold.")
        var many = OrderEntryDesk()
        many.goods = (0...1000).map { OrderEntryDesk.product(Int64($0 + 1), "P\($0)", "Product", 100, 10) }
        many.type("олена⏎")
        many.paste((0..<1000).map { "P\($0)\t1" }.joined(separator: "\n"))
        #expect(many.screen.draft.lines.count == 1000)
        many.type("P1000⏎")
        #expect(many.screen.draft.lines.count == 1000)
        #expect(many.screen.notice?.text.english == "An order has at most 1000 lines.")
        many.type("*9⏎")
        #expect(many.screen.draft.lines.pieces == 1008)
        #expect(many.screen.draft.lines.total == Money(minor: 100_800))
    }
}
