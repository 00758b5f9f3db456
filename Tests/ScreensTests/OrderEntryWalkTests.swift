import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// A long walk of random keys, with answers that come late, in any order, or not as hoped.
@Suite struct OrderEntryWalkTests {
    /// Numbers that follow from a seed, so that a walk that fails can be walked again.
    struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    /// A database that keeps the promise of the keys, and sometimes forgets to answer.
    struct Books {
        var orders: [IdempotencyKey: (number: Int64, request: PlaceOrder)] = [:]

        mutating func place(_ request: PlaceOrder, _ draft: OrderDraft, _ desk: OrderEntryDesk, _ dice: inout Dice)
            -> Result<Placement, ServiceError>
        {
            let mood = dice.roll(8)
            if mood == 0 { return .failure(.unavailable) }
            if let known = orders[request.key] {
                if mood == 1 { return .failure(.unavailable) }
                let isSame =
                    (known.request.user, known.request.lines, known.request.note)
                    == (request.user, request.lines, request.note)
                guard isSame else { return .failure(.idempotencyKeyReused(Identifier(known.number))) }
                return .success(.existing(desk.order(draft, known.number)))
            }
            if mood == 2, let line = draft.lines.all.first {
                let short = Shortage(
                    product: line.product, sku: line.sku, name: line.name, wanted: line.quantity,
                    available: line.quantity / 2)
                return .failure(.insufficientStock([short]))
            }
            if mood == 3, let line = draft.lines.all.last {
                let now = Money(minor: line.price.minor + 1)
                let change = PriceChange(product: line.product, sku: line.sku, told: line.price, now: now)
                return .failure(.priceChanged([change]))
            }
            let number = Int64(orders.count + 1)
            orders[request.key] = (number, request)
            // Written, and the answer is lost on its way.
            if mood == 4 { return .failure(.unavailable) }
            return .success(.created(desk.order(draft, number)))
        }
    }

    static let keys =
        "enter enter enter enter enter up down tab shift+tab escape f2 f4 f5 f6 f7 f8 ctrl+r delete + - home end f10 backspace"
        .split(separator: " ").map(String.init)
    static let words = [
        "олена", "іван", "nobody", "A100", "2*K250", "чай", "zzz", "*7", "-", "#note", "4820000000031", "2,5*A100",
        "9 C001", "5", "u",
    ]

    @Test("No walk traps, loses count, or places one draft twice", arguments: [UInt64(1), 7, 42, 2024])
    func walk(seed: UInt64) {
        var dice = Dice(state: seed)
        var desk = OrderEntryDesk(answersAtOnce: false)
        var books = Books()
        for step in 0..<5000 {
            let locked = desk.screen.isOutcomeUnknown ? desk.screen.draft.lines : nil
            var isUnlocked = false
            let (key, told) = (desk.screen.draft.key, desk.screen.placedBefore)
            switch dice.roll(12) {
            case 0, 1: desk.type(Self.words[dice.roll(Self.words.count)])
            case 2: desk.type("⏎")
            case 3:
                desk.press("escape")
                isUnlocked = true
                if desk.screen.focus == .customer { desk.type("олена⏎") }
                desk.type("A100⏎2*K250⏎⏎⏎")
            case 4...6:
                let name = Self.keys[dice.roll(Self.keys.count)]
                isUnlocked = name == "escape"
                desk.press(name)
            default: for _ in 0...dice.roll(8) { isUnlocked = answerOne(&desk, &books, &dice) || isUnlocked }
            }
            if let locked, !isUnlocked { #expect(desk.screen.draft.lines == locked, "step \(step)") }
            if desk.screen.draft.key != key, let number = books.orders[key]?.number {
                // A key whose order stands is not given up before the operator has been told of that order.
                let isTold = desk.effects.contains {
                    if case .placed(let order) = $0 { order.id.value == number } else { false }
                }
                #expect(isTold || told?.value == number, "step \(step)")
            }
            check(desk, step, &dice)
            if desk.effects.count > 400 { desk.effects.removeFirst(200) }
        }
        #expect(books.orders.count > 20)
        #expect(Set(books.orders.values.map(\.number)).count == books.orders.count)
    }

    /// Answers one question that waits, whichever.
    /// - Returns: Whether it was the answer to an order.
    private func answerOne(_ desk: inout OrderEntryDesk, _ books: inout Books, _ dice: inout Dice) -> Bool {
        guard !desk.waiting.isEmpty else { return false }
        let effect = desk.waiting.remove(at: dice.roll(desk.waiting.count))
        switch effect {
        case .place(let ticket, let draft, let request):
            desk.receive(.placement(ticket: ticket, books.place(request, draft, desk, &dice)))
            return true
        case .find(let ticket, _) where dice.roll(10) == 0:
            desk.receive(.found(ticket: ticket, .failure(.unavailable)))
        case .createCustomer(let name) where !name.isEmpty:
            desk.receive(.customerCreated(OrderEntryDesk.user(50, name, nil)))
        default: if let message = desk.reply(to: effect) { desk.receive(message) }
        }
        return false
    }

    private func check(_ desk: OrderEntryDesk, _ step: Int, _ dice: inout Dice) {
        let screen = desk.screen
        let lines = screen.draft.lines
        #expect(lines.total == Money(minor: lines.all.reduce(0) { $0 + $1.price.minor * Int64($1.quantity) }))
        #expect(lines.pieces == lines.all.reduce(0) { $0 + $1.quantity })
        #expect(lines.shortCount == lines.all.count(where: \.isShort))
        #expect(lines.repricedCount == lines.all.count { $0.newPrice != nil })
        #expect(Set(lines.all.map(\.product)).count == lines.count)
        switch screen.focus {
        case .line(let index), .quantity(let index): #expect(lines.indices.contains(index), "step \(step)")
        case .customer, .entry, .totals: break
        }
        #expect(screen.queue.count <= EntryQueue.limit && screen.misses.count <= EntryQueue.limit)
        #expect(screen.typed.count <= OrderEntryScreen.maximumTyped)
        if step % 10 == 0 {
            let canvas = desk.draw(dice.roll(100), dice.roll(30))
            if let cursor = canvas.cursor { #expect(canvas.bounds.contains(cursor)) }
        }
    }
}
