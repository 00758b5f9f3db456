/// The life cycle of an order.
///
/// Every legal step is listed in ``successors`` and nowhere else.
package enum OrderStatus: String, Sendable, CaseIterable {
    case placed, paid, shipped, cancelled

    /// The states that an order may move to next; none means that the order is final.
    package var successors: Set<OrderStatus> {
        switch self {
        case .placed: [.paid, .cancelled]
        case .paid: [.shipped, .cancelled]
        case .shipped, .cancelled: []
        }
    }

    /// Moves to `next`.
    /// - Throws: ``IllegalTransition`` if `next` is not among the ``successors``.
    package mutating func move(to next: OrderStatus) throws(IllegalTransition) {
        guard successors.contains(next) else { throw IllegalTransition(from: self, to: next) }
        self = next
    }
}

/// A step that an order's life cycle does not have.
package struct IllegalTransition: Error, Equatable, Sendable {
    package let from: OrderStatus
    package let to: OrderStatus

    package init(from: OrderStatus, to: OrderStatus) { (self.from, self.to) = (from, to) }
}
