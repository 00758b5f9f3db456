package import Domain

/// The record that stands beside a list.
package enum AsideSubject: Hashable, Sendable {
    case order(Identifier<Order>)
    case user(Identifier<User>)
    case product(Identifier<Product>)

    /// Rows of each kind that are read with it.
    static let limit = 20
}
