import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

@Suite struct OrderEntryQueueTests {
    private func typedAhead(_ text: String) -> OrderEntryDesk {
        var desk = OrderEntryDesk(answersAtOnce: false)
        desk.type(text)
        return desk
    }

    @Test("Everything typed before the first answer takes effect in the order of the keys")
    func wholeOrderAhead() throws {
        var desk = typedAhead("олена⏎2*A100⏎K250⏎*3⏎C001⏎-⏎#зранку⏎⏎⏎")
        #expect(desk.screen.draft.lines.isEmpty)
        #expect(desk.sent == nil)
        desk.answerAll()
        let sent = try #require(desk.sent)
        #expect(sent.draft.lines.all.map(\.sku) == ["A100", "K250"])
        #expect(sent.draft.lines.all.map(\.quantity) == [2, 3])
        #expect(sent.draft.note == "зранку")
        #expect(sent.draft.customer?.name == "Іваненко Олена")
    }

    @Test("Answers that come in another order are applied in the order of the keys")
    func answersOutOfOrder() {
        var desk = typedAhead("олена⏎A100⏎K250⏎C001⏎")
        for words in ["C001", "K250"] {
            desk.answer { if case .find(_, words) = $0 { true } else { false } }
            #expect(desk.screen.draft.lines.isEmpty)
        }
        desk.answerAll()
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100", "K250", "C001"])
    }

    @Test("A scanner's burst of two hundred codes asks about four at a time and loses none")
    func burst() {
        var desk = typedAhead("олена⏎")
        desk.answerAll()
        for _ in 0..<50 {
            for product in OrderEntryDesk.goods { desk.type("\(product.barcode ?? "")⏎") }
        }
        #expect(desk.screen.queue.count == EntryQueue.limit)
        let asked = desk.waiting.count { if case .find = $0 { true } else { false } }
        #expect(asked == EntryQueue.inFlight)
        desk.answerAll()
        #expect(desk.screen.queue.isEmpty)
        #expect(desk.screen.draft.lines.all.map(\.quantity) == [50, 50, 50, 50])
    }

    @Test("One entry more than the queue holds stays in the field, and the bell rings")
    func fullQueue() {
        var desk = typedAhead("олена⏎")
        for _ in 0..<EntryQueue.limit { desk.type("A100⏎") }
        desk.type("K250⏎")
        #expect(desk.screen.entry.text == "K250")
        #expect(desk.effects.last == .ring)
        #expect(desk.screen.queue.count == EntryQueue.limit)
    }

    @Test("An unknown code among those typed ahead keeps the others and takes back the Enters that end the order")
    func missAmongOthers() {
        var desk = typedAhead("олена⏎A100⏎zzz⏎K250⏎⏎⏎")
        desk.answerAll()
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100", "K250"])
        #expect(desk.sent == nil)
        #expect(desk.screen.focus == .entry)
        #expect(desk.screen.misses == ["zzz"])
        desk.type("⏎")
        #expect(desk.screen.entry.text == "zzz")
        #expect(desk.screen.entry.isSelected)
    }

    @Test("What somebody is typing is never replaced by a code that was not found")
    func typingGoesOn() {
        var desk = typedAhead("олена⏎zzz⏎K2")
        desk.answerAll()
        #expect(desk.screen.entry.text == "K2")
        #expect(desk.screen.misses == ["zzz"])
        desk.type("50⏎")
        desk.answerAll()
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["K250"])
        #expect(desk.screen.misses == ["zzz"])
    }

    @Test("A customer entered before the suggestions came is the first of them, and lines go on meanwhile")
    func pendingCustomer() {
        var desk = typedAhead("іван⏎A100⏎")
        #expect(desk.screen.pendingCustomer == "іван")
        #expect(desk.screen.focus == .entry)
        desk.answerAll()
        #expect(desk.screen.draft.customer?.name == "Іваненко Олена")
        #expect(desk.screen.draft.lines.count == 1)
    }

    @Test("Nobody of that name: two Enters typed ahead create nobody and place nothing")
    func unknownCustomerAhead() {
        var desk = typedAhead("Коваль⏎⏎")
        desk.answerAll()
        #expect(desk.screen.focus == .customer)
        #expect(desk.screen.customer.text == "Коваль")
        #expect(!desk.effects.contains { if case .createCustomer = $0 { true } else { false } })
        desk.type("⏎")
        // It might be the code of goods that a scanner has read.
        desk.answerAll()
        #expect(desk.effects.last == .createCustomer(name: "Коваль"))
    }

    @Test("Lines that were typed for an unknown customer stay, and the order waits for a customer")
    func unknownCustomerWithLines() {
        var desk = typedAhead("Коваль⏎A100⏎⏎⏎")
        desk.answerAll()
        #expect(desk.screen.draft.lines.count == 1)
        #expect(desk.sent == nil)
        desk.type("⏎")
        #expect(desk.screen.focus == .customer)
    }

    @Test("An answer to a question of another screen or of long ago changes nothing")
    func lateAnswers() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎")
        let before = desk.screen.draft
        desk.receive(.found(ticket: 1, .success(OrderEntryDesk.goods[2])))
        desk.receive(.products(ticket: 1, .success(OrderEntryDesk.goods)))
        desk.receive(.customers(ticket: 1, .success(OrderEntryDesk.people)))
        desk.receive(.placement(ticket: 1, .failure(.unavailable)))
        desk.receive(.read(ticket: 1, .success([])))
        #expect(desk.screen.draft == before)
        #expect(desk.screen.products.items.isEmpty)
        #expect(!desk.screen.isOutcomeUnknown)
    }

    @Test("While the database is away entries wait, and Enter or its return asks again")
    func databaseAway() throws {
        var desk = typedAhead("олена⏎")
        desk.answerAll()
        desk.type("A100⏎")
        guard case .find(let ticket, _)? = desk.waiting.last else {
            Issue.record("The code was not looked up")
            return
        }
        desk.receive(.found(ticket: ticket, .failure(.unavailable)))
        #expect(desk.screen.queue.hasFailed)
        #expect(desk.screen.notice?.role == .error)
        desk.waiting = []
        desk.receive(.databaseReturned)
        desk.answerAll()
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100"])
    }

    @Test("One question is on its way at a time, and the next one is about what is typed by then")
    func oneQuestion() {
        var desk = typedAhead("олена⏎")
        desk.answerAll()
        desk.type("кава")
        #expect(desk.waiting.count == 1)
        desk.answer { _ in true }
        guard case .searchProducts(let request)? = desk.waiting.last else {
            Issue.record("The rest was not asked for")
            return
        }
        #expect(request.words == "кава")
    }
}
