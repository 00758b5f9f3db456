import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct OrderEntryLineTests {
    private func desk() -> OrderEntryDesk {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎2*K250⏎3*C001⏎")
        return desk
    }

    private func quantities(_ desk: OrderEntryDesk) -> [Int] { desk.screen.draft.lines.all.map(\.quantity) }

    @Test("Up enters the lines, plus and minus change pieces, Del removes, and u takes it back")
    func onLines() {
        var desk = desk()
        desk.press("up up")
        #expect(desk.screen.focus == .line(1))
        desk.press("+ + -")
        #expect(quantities(desk) == [1, 3, 3])
        desk.press("delete")
        #expect(quantities(desk) == [1, 3])
        desk.press("u u")
        #expect(quantities(desk) == [1, 4, 3])
        desk.press("down down down")
        #expect(desk.screen.focus == .entry)
    }

    @Test("The last piece is not taken away by minus")
    func lastPiece() {
        var desk = desk()
        desk.press("up home -")
        #expect(quantities(desk) == [1, 2, 3])
        #expect(desk.screen.notice?.text.english == "Del removes the line.")
    }

    @Test("F2 edits the line touched last, again the one above, and Enter sets what was typed")
    func editsQuantity() {
        var desk = desk()
        desk.press("f2")
        #expect(desk.screen.focus == .quantity(2))
        desk.type("7")
        desk.press("f2")
        #expect(desk.screen.focus == .quantity(1))
        desk.type("12⏎")
        #expect(quantities(desk) == [1, 12, 7])
        #expect(desk.screen.focus == .entry)
    }

    @Test("A digit on a line begins its new quantity, Esc leaves the old one")
    func digitOnLine() {
        var desk = desk()
        desk.press("up")
        desk.type("45")
        #expect(desk.screen.quantity.text == "45")
        desk.press("escape")
        #expect(quantities(desk) == [1, 2, 3])
        #expect(desk.screen.focus == .line(2))
    }

    @Test("A quantity that is none stays in its field with the reason", arguments: ["0", "2,5", "x", "1000001"])
    func badQuantity(text: String) {
        var desk = desk()
        desk.press("f2")
        desk.type("\(text)⏎")
        #expect(desk.screen.focus == .quantity(2))
        #expect(desk.screen.quantity.isSelected)
        #expect(desk.screen.notice?.role == .error)
        #expect(quantities(desk) == [1, 2, 3])
    }

    @Test("A scanner is understood on a line, in a quantity and on the totals, and keeps what is in the field")
    func scansAnywhere() {
        var desk = desk()
        desk.press("up")
        desk.type("4820000000017⏎")
        #expect(quantities(desk) == [2, 2, 3])
        desk.type("⏎")
        #expect(desk.screen.focus == .totals)
        desk.type("4820000000017⏎")
        #expect(quantities(desk) == [3, 2, 3])
        #expect(desk.screen.focus == .entry)
    }

    @Test("The note is a step as well: it is taken back and made again in its turn")
    func undoesTheNote() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎#до обіду⏎2*K250⏎#по обіді⏎")
        desk.press("f7")
        #expect(desk.screen.draft.note == "до обіду")
        desk.press("f7")
        #expect(desk.screen.draft.lines.count == 1)
        #expect(desk.screen.draft.note == "до обіду")
        desk.press("f7")
        #expect(desk.screen.draft.note == nil)
        desk.press("ctrl+r ctrl+r ctrl+r")
        #expect(desk.screen.draft.note == "по обіді")
        #expect(desk.screen.draft.lines.count == 2)
        // The same note again, and one that breaks a rule, are no steps.
        desk.type("#по обіді⏎")
        desk.press("f7")
        #expect(desk.screen.draft.note == "до обіду")
    }

    @Test("Every step of the lines can be taken back and made again")
    func undoAndRedo() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎2*K250⏎A100⏎*9⏎-⏎")
        var states = [desk.screen.draft.lines.all]
        for _ in 0..<5 {
            desk.press("f7")
            states.append(desk.screen.draft.lines.all)
        }
        #expect(desk.screen.draft.lines.isEmpty)
        for state in states.dropLast().reversed() {
            desk.press("ctrl+r")
            #expect(desk.screen.draft.lines.all == state)
        }
        desk.press("f7")
        desk.type("C001⏎")
        desk.press("ctrl+r")
        #expect(desk.screen.notice?.text.english == "There is nothing to make again.")
    }

    @Test("Sums that are kept equal sums that are counted, after any run of changes")
    func keptSums() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎")
        var seed = UInt64(42)
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        for _ in 0..<500 {
            switch random(8) {
            case 0...2: desk.type("\(random(9) + 1)*\(OrderEntryDesk.goods[random(4)].sku)⏎")
            case 3: desk.type("*\(random(30) + 1)⏎")
            case 4: desk.type("-⏎")
            case 5: desk.press("f7")
            case 6: desk.press("ctrl+r")
            default: desk.press("f8 escape")
            }
            let lines = desk.screen.draft.lines
            #expect(lines.total == Money(minor: lines.all.reduce(0) { $0 + $1.price.minor * Int64($1.quantity) }))
            #expect(lines.pieces == lines.all.reduce(0) { $0 + $1.quantity })
            #expect(lines.shortCount == lines.all.count(where: \.isShort))
            #expect(Set(lines.all.map(\.product)).count == lines.count)
        }
    }

    @Test("Changes by others show on the line as they happen, and the told price stays until it is accepted")
    func liveProducts() {
        var desk = desk()
        desk.receive(.productsChanged([OrderEntryDesk.product(3, "K250", "Кава мелена 250 г", 250_00, 1)]))
        let line = desk.screen.draft.lines[1]
        #expect(line.stock == 1)
        #expect(line.isShort)
        #expect(line.price == Money(minor: 245_00))
        #expect(line.newPrice == Money(minor: 250_00))
        #expect(desk.screen.hinted.prefix(2) == [.acceptPrices, .takeStock])
    }

    @Test("Undo after stock was read again keeps the counts of short lines right")
    func undoAfterReading() {
        var desk = desk()
        desk.type("*9⏎")
        desk.receive(.productsChanged([OrderEntryDesk.product(4, "C001", "Цукор 1 кг", 42_50, 5)]))
        #expect(desk.screen.draft.lines.shortCount == 1)
        desk.press("f7")
        let lines = desk.screen.draft.lines
        #expect(lines.shortCount == lines.all.count(where: \.isShort))
        #expect(lines.total == Money(minor: lines.all.reduce(0) { $0 + $1.price.minor * Int64($1.quantity) }))
    }

    @Test("A thousand lines are edited in place, and only those in sight are drawn")
    func thousandLines() {
        var desk = OrderEntryDesk()
        desk.goods = (1...1000).map { OrderEntryDesk.product(Int64($0), "P\($0)", "Product \($0)", 100, 5) }
        desk.type("олена⏎")
        desk.paste(desk.goods.map { "\($0.sku)\t1" }.joined(separator: "\n"))
        #expect(desk.screen.draft.lines.total == Money(minor: 100_000))
        #expect(desk.picture(80, 21).contains { $0.contains("P1000") })
        desk.press("up home")
        #expect(desk.picture(80, 21).contains { $0.contains("P1 ") })
        desk.type("4⏎")
        #expect(desk.screen.draft.lines.total == Money(minor: 100_300))
        #expect(desk.screen.draft.lines.all.count == 1000)
    }
}
