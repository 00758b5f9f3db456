import Testing

@testable import Domain

@Suite struct OrderStatusTests {
    @Test("An order moves along its successors and nowhere else")
    func transitions() {
        for from in OrderStatus.allCases {
            for to in OrderStatus.allCases {
                var status = from
                if from.successors.contains(to) {
                    #expect(throws: Never.self) { try status.move(to: to) }
                    #expect(status == to)
                } else {
                    #expect(throws: IllegalTransition(from: from, to: to)) { try status.move(to: to) }
                    #expect(status == from)
                }
            }
        }
    }

    @Test("No order comes back from being shipped or cancelled")
    func finalStates() {
        #expect(OrderStatus.shipped.successors.isEmpty)
        #expect(OrderStatus.cancelled.successors.isEmpty)
    }
}
