/// How the shop does, at a glance.
///
/// Cancelled orders count nowhere.
package struct Dashboard: Hashable, Sendable {
    /// The orders of one day.
    package struct Day: Hashable, Sendable {
        package let day: CivilDay
        package let orders: Int
        package let sum: Money

        package init(day: CivilDay, orders: Int, sum: Money) { (self.day, self.orders, self.sum) = (day, orders, sum) }
    }

    /// The orders that wait in one state.
    package struct Open: Hashable, Sendable {
        package let status: OrderStatus
        package let orders: Int
        package let sum: Money
        package let oldest: Moment

        package init(status: OrderStatus, orders: Int, sum: Money, oldest: Moment) {
            (self.status, self.orders, self.sum, self.oldest) = (status, orders, sum, oldest)
        }
    }

    /// A product by what it brought in these days.
    package struct TopProduct: Hashable, Sendable {
        package let id: Identifier<Product>
        package let sku, name: String
        package let pieces: Int
        package let sum: Money

        package init(id: Identifier<Product>, sku: String, name: String, pieces: Int, sum: Money) {
            (self.id, self.sku, self.name, self.pieces, self.sum) = (id, sku, name, pieces, sum)
        }
    }

    /// A customer by what they ordered in these days.
    package struct TopCustomer: Hashable, Sendable {
        package let id: Identifier<User>
        package let name: String
        package let orders: Int
        package let sum: Money

        package init(id: Identifier<User>, name: String, orders: Int, sum: Money) {
            (self.id, self.name, self.orders, self.sum) = (id, name, orders, sum)
        }
    }

    /// How many days are looked back on, today included.
    package static let dayCount = 14
    /// A product with so few pieces is low on stock.
    package static let lowStock = 5
    /// How many rows the lists have at most.
    package static let rows = 8

    /// Every day of the last ``dayCount``, today last; those without orders too.
    package let days: [Day]
    /// What is still to do: placed before paid.
    package let open: [Open]
    /// The products with the least stock, at most ``lowStock`` pieces each.
    package let lowStock: [Product]
    package let topProducts: [TopProduct]
    package let topCustomers: [TopCustomer]

    package init(
        days: [Day], open: [Open], lowStock: [Product], topProducts: [TopProduct], topCustomers: [TopCustomer]
    ) {
        (self.days, self.open, self.lowStock) = (days, open, lowStock)
        (self.topProducts, self.topCustomers) = (topProducts, topCustomers)
    }

    package var today: Day? { days.last }
}
