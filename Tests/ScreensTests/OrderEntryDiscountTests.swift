import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct OrderEntryDiscountTests {
    private func discounts(_ desk: OrderEntryDesk) -> [String] { desk.screen.draft.lines.all.map(\.discount.shortText) }

    @Test("A discount is typed behind a code, or alone for the line touched last")
    func typed() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100%5⏎2*K250 % 7,5⏎C001⏎%10⏎")
        #expect(discounts(desk) == ["5", "7.5", "10"])
        #expect(desk.screen.draft.lines.total == Money(minor: 114_00 + 453_25 + 38_25))
        #expect(desk.screen.draft.lines.discounts == Money(minor: 6_00 + 36_75 + 4_25))
        desk.type("*4%0⏎")
        #expect(discounts(desk) == ["5", "7.5", "0"])
        #expect(desk.screen.draft.lines[2].quantity == 4)
    }

    @Test("Pieces that are added keep the line's discount, and a new discount takes its place")
    func addedPieces() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100%5⏎A100⏎")
        #expect(discounts(desk) == ["5"])
        desk.type("A100%8⏎")
        #expect(discounts(desk) == ["8"])
        #expect(desk.screen.draft.lines[0].quantity == 3)
    }

    @Test("On a line % begins its discount, and F2 edits quantity and discount together")
    func onTheLine() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎2*K250⏎")
        desk.press("up up")
        desk.type("%12,5⏎")
        #expect(discounts(desk) == ["12.5", "0"])
        desk.press("up up f2")
        #expect(desk.screen.quantity.text == "1%12.5")
        desk.type("3%5⏎")
        #expect(desk.screen.draft.lines[0].quantity == 3)
        #expect(discounts(desk) == ["5", "0"])
        desk.press("up up f2")
        desk.type("4⏎")
        #expect(desk.screen.draft.lines[0].quantity == 4)
        #expect(discounts(desk) == ["5", "0"])
    }

    @Test("A discount that is none stays in its field with the reason", arguments: ["%101", "A100%200", "%", "%1,234"])
    func refused(text: String) {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎\(text)⏎")
        #expect(desk.screen.entry.text == text)
        #expect(desk.screen.notice?.role == .error)
        #expect(discounts(desk) == ["0"])
    }

    @Test("Every step of the discounts can be taken back and made again")
    func undoAndRedo() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100%5⏎%7⏎A100%8⏎")
        desk.press("f7")
        #expect(discounts(desk) == ["7"])
        desk.press("f7")
        #expect(discounts(desk) == ["5"])
        #expect(desk.screen.draft.lines.total == Money(minor: 114_00))
        desk.press("ctrl+r ctrl+r")
        #expect(discounts(desk) == ["8"])
        desk.press("f7 f7 f7")
        #expect(desk.screen.draft.lines.isEmpty)
        #expect(desk.screen.draft.lines.discounts == .zero && desk.screen.draft.lines.discountedCount == 0)
    }

    @Test("The lines show the discount and the discounted sum, in a column that is there when it is needed")
    func shown() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎2*A100⏎")
        #expect(!desk.picture(80, 21).contains { $0.contains("Off") })
        desk.type("K250%7,5⏎")
        let rows = desk.picture(80, 21)
        #expect(
            rows[2...4] == [
                "      # Code         Product             Qty Off %      Price        Sum   Stock",
                "      1 A100         Чай зелений 10…       2           120.00     240.00    12",
                " *    2 K250         Кава мелена 25…       1   7.5     245.00     226.63     4",
            ])
        #expect(rows[19] == " Lines 2   Pieces 3   18.37 off                                 TOTAL  466.63 ₴")
    }

    @Test("What is typed for the last line is said before Enter does it")
    func preview() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎2*A100⏎%7,5")
        #expect(desk.picture(80, 21)[4].hasSuffix("7.5 % off Чай зелений 100 г"))
        desk.press("escape")
        desk.type("*3%5")
        #expect(desk.picture(80, 21)[4].hasSuffix("3 pieces of Чай зелений 100 г, 5 % off"))
        desk.press("escape")
        desk.type("*3%500")
        #expect(desk.picture(80, 21)[4].contains("A discount is from 0 to 100 %"))
    }

    @Test("The order is sent with its discounts")
    func sent() throws {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100%5⏎2*K250⏎⏎⏎")
        let request = try #require(desk.sent).request
        #expect(request.lines.map(\.discount) == [.percent(5), .zero])
    }

    @Test("A refusal of a discount stands with the cursor on its line, and nothing is lost")
    func refusedByTheShop() throws {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎K250%50⏎⏎⏎")
        let violation = try #require(Role.operator_.violation(of: .percent(50))).below("items/1")
        desk.refuseSent(.invalid([violation]))
        #expect(desk.screen.focus == .line(1))
        #expect(
            desk.screen.notice?.text.english == "You may give up to 10 % off; a manager may give more.")
        #expect(discounts(desk) == ["0", "50"])
        desk.type("%10⏎⏎⏎")
        #expect(desk.sent?.request.lines.last?.discount == .percent(10))
    }

    @Test("Pasted rows bring their discounts")
    func pasted() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎")
        desk.paste("A100\t2\t5%\nK250\t1\n")
        #expect(discounts(desk) == ["5", "0"])
    }

    @Test("A draft keeps its discounts, and an older program leaves such a draft alone")
    func journal() throws {
        var desk = OrderEntryDesk()
        desk.type("олена⏎2*A100⏎")
        func file() -> SavedDraft {
            SavedDraft(draft: desk.screen.draft, owner: Identifier(1), savedAt: OrderEntryDesk.epoch)
        }
        #expect(String(decoding: file().bytes, as: UTF8.self).hasPrefix("{\"format\":1,"))
        desk.type("%12,25⏎")
        #expect(String(decoding: file().bytes, as: UTF8.self).hasPrefix("{\"format\":2,"))
        let read = try #require(SavedDraft(bytes: file().bytes))
        #expect(read == file())
        #expect(read.draft.lines[0].discount == percent("12.25"))
        #expect(read.draft.lines.total == desk.screen.draft.lines.total)
    }

    @Test("The rest of a split line keeps the line's discount")
    func split() throws {
        var desk = OrderEntryDesk()
        desk.type("олена⏎9*K250%5⏎")
        desk.press("shift+f8")
        let rest = try #require(desk.screen.restOnItsWay)
        #expect(rest.lines.all.map(\.discount) == [.percent(5)])
    }
}
