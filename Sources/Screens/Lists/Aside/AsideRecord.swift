package import Domain

/// What is read of a record that stands beside a list: in one question.
package enum AsideRecord: Hashable, Sendable {
    /// An order with its lines, who it is for, and what became of it; the log is empty for whoever may not read it.
    case order(Order, User, [AuditRecord])
    /// A user with the latest orders.
    case user(User, [OrderSummary])
    /// A product with the latest moves of its stock.
    case product(Product, [StockMove])

    /// Which record it is.
    package var subject: AsideSubject {
        switch self {
        case .order(let order, _, _): .order(order.id)
        case .user(let user, _): .user(user.id)
        case .product(let product, _): .product(product.id)
        }
    }
}
