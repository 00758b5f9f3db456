package import Domain

/// One row of the books, whatever it is.
package enum Record: Hashable, Sendable {
    case user(User)
    case product(Product)
    case order(OrderSummary)
}

extension OrderSummary {
    /// An order as a list shows it.
    init(_ order: Order) {
        self.init(
            id: order.id, user: order.user, customer: order.customer, status: order.status, total: order.total,
            lineCount: order.lines.count, note: order.note, createdAt: order.createdAt, updatedAt: order.updatedAt,
            version: order.version)
    }
}
