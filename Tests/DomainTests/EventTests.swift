import Domain
import Testing

@Suite struct EventTests {
    @Test("Types are chosen by name, by kind of row, or all at once")
    func chooses() {
        #expect(EventType.chosen(by: ["order.created"]) == [.orderCreated])
        #expect(
            EventType.chosen(by: ["order.*", "stock.changed"])
                == [.orderCreated, .orderPaid, .orderShipped, .orderCancelled, .orderChanged, .stockChanged])
        #expect(EventType.chosen(by: ["*"]) == Set(EventType.allCases))
        for wrong in ["order", "order.", "order.gone", "tax.*", "", "*.created"] {
            #expect(EventType.chosen(by: [wrong]) == nil, "\(wrong)")
        }
    }

    @Test("A position is read as it was written, and nothing else is one")
    func positions() throws {
        let position = EventPosition(transaction: 5821, number: 7)
        #expect(EventPosition(position.description) == position)
        for wrong in ["", "5821", "5821-", "-7", "a-7", "5821-7-1", "+5821-7", "5821 -7", "99999999999999999999-1"] {
            #expect(EventPosition(wrong) == nil, "\(wrong)")
        }
        #expect(position < EventPosition(transaction: 5821, number: 8))
        #expect(EventPosition(transaction: 5821, number: 9) < EventPosition(transaction: 5822, number: 1))
    }
}
