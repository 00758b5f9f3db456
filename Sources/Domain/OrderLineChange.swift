import Wording

/// A line that somebody wants to add to an order that is placed already, checked.
package struct NewOrderLine: Hashable, Sendable {
    package let order: Identifier<Order>
    package let line: PlaceOrder.Line

    /// - Throws: ``InvalidInput`` if the quantity is absurd.
    package init(order: Identifier<Order>, line: PlaceOrder.Line) throws(InvalidInput) {
        try PlaceOrder.Line.check(line.quantity)
        (self.order, self.line) = (order, line)
    }
}

/// The fields of a line that an edit sets.
package struct OrderLineEdit: Hashable, Sendable {
    package let quantity: Edit<Int>
    package let discount: Edit<Percent>

    /// - Throws: ``InvalidInput`` if the quantity is absurd.
    package init(quantity: Edit<Int> = .keep, discount: Edit<Percent> = .keep) throws(InvalidInput) {
        if case .set(let number) = quantity { try PlaceOrder.Line.check(number) }
        (self.quantity, self.discount) = (quantity, discount)
    }
}

extension PlaceOrder.Line {
    fileprivate static func check(_ quantity: Int) throws(InvalidInput) {
        if PlaceOrder.quantities.contains(quantity) { return }
        throw InvalidInput([
            Violation("quantity", "range", "A quantity is a whole number from 1 to 1,000,000.")
        ])
    }
}
