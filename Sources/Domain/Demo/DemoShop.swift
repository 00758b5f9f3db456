/// A shop that never was: customers, products and orders, each made from the seed and its number alone.
///
/// The same numbers give the same shop, on any machine and in any order of asking. Rows are counted from 0. Orders
/// rise in time with their numbers, within opening hours, and fill the ``span`` before ``end``.
package struct DemoShop: Sendable {
    /// How large a shop is to be.
    package struct Size: Hashable, Sendable {
        package let orders: Int
        package let users: Int
        package let products: Int

        package init(orders: Int, users: Int, products: Int) {
            (self.orders, self.users, self.products) = (orders, users, products)
        }
    }

    /// 730 days, so that a shop that ends in the autumn of 2026 has about half of its orders in that year.
    package static let span = 730

    package let size: Size
    package let seed: UInt64
    /// Midnight behind the last day on which something is sold.
    package let end: Moment
    /// Midnight of the first day.
    package let start: Moment
    package let products: [DemoProduct]

    package init(size: Size, seed: UInt64, end: Moment) {
        (self.size, self.seed, self.end) = (size, seed, end)
        let start = Moment(microseconds: end.microseconds - Int64(Self.span) * Self.day)
        self.start = start
        products = (0..<size.products).map { DemoProduct(number: $0, seed: seed, shopStart: start) }
    }

    static let day: Int64 = 86_400_000_000
    static let hour: Int64 = 3_600_000_000

    /// The last midnight in UTC that is not after `moment`.
    package static func midnight(_ moment: Moment) -> Moment {
        let (days, rest) = moment.microseconds.quotientAndRemainder(dividingBy: day)
        return Moment(microseconds: (rest < 0 ? days - 1 : days) * day)
    }

    /// The customer with this number.
    package func customer(_ number: Int) -> DemoCustomer { DemoCustomer(number: number, shop: self) }

    /// The order with this number.
    package func order(_ number: Int) -> DemoOrder { DemoOrder(number: number, shop: self) }

    /// When the order with this number was placed: the shop sells from 7:00 to 19:00 UTC, evenly.
    func moment(ofOrder number: Int, random: inout DemoRandom) -> Moment {
        let open = Int64(Self.span) * 12 * Self.hour
        let slot = open / Int64(max(size.orders, 1))
        let position = slot * Int64(number) + Int64(random.below(Int(max(slot, 1))))
        let (day, time) = position.quotientAndRemainder(dividingBy: 12 * Self.hour)
        // Whole milliseconds: what people and programs see is what is stored.
        let exact = start.microseconds + day * Self.day + 7 * Self.hour + time
        return Moment(microseconds: exact / 1000 * 1000)
    }
}

/// The streams of random numbers, one for each kind of row.
enum DemoStream {
    static let (customer, product, order): (UInt64, UInt64, UInt64) = (1, 2, 3)
}
