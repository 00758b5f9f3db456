package import Domain

/// One row of the books, whatever it is.
package enum Record: Hashable, Sendable {
    case user(User)
    case product(Product)
    case order(OrderSummary)
}
