package import Domain
import Glibc
import Wording

/// How large a demo shop is to be, and of which seed.
package struct SeedOptions: Sendable, Hashable {
    /// 0 to 10,000,000.
    package let orders: Int
    /// The same seed makes the same shop.
    package let seed: UInt64
    /// 1 to 1,000,000; by default one for ten orders, 25 to 100,000.
    package let users: Int
    /// 10 to 200,000; by default one for twenty orders, 40 to 20,000.
    package let products: Int
    /// The last order is placed before this moment, a midnight in UTC.
    package let end: Moment

    /// `end` is cut to the day; `nil` is today, so that a shop is the same for a day only unless an end is given.
    package init(
        orders: Int, seed: UInt64, users: Int? = nil, products: Int? = nil, end: Moment? = nil
    ) {
        (self.orders, self.seed) = (orders, seed)
        self.users = users ?? min(max(orders / 10, 25), 100_000)
        self.products = products ?? min(max(orders / 20, 40), 20_000)
        self.end = DemoShop.midnight(end ?? Moment(microseconds: Int64(time(nil)) * 1_000_000))
    }

    /// - Throws: ``InvalidInput`` with every option that is out of its range.
    func check() throws(InvalidInput) {
        var checker = Checker()
        let rules: [(String, Int, ClosedRange<Int>)] = [
            ("orders", orders, 0...10_000_000), ("users", users, 1...1_000_000), ("products", products, 10...200_000),
        ]
        for (field, value, range) in rules where !range.contains(value) {
            checker.fail(Violation(field, "range", "From \(range.lowerBound) to \(range.upperBound)."))
        }
        let years = (1970, 9999)
        let year = end.civil(offsetSeconds: 0).year
        if year < years.0 || year > years.1 {
            checker.fail(Violation("end", "range", "From the year \(years.0) to \(years.1)."))
        }
        try checker.finish()
    }
}

/// What a seed has written.
package struct SeedReport: Sendable, Hashable {
    package let users: Int
    package let products: Int
    package let orders: Int
    /// Lines of the orders.
    package let lines: Int
    /// Rows of the stock ledger.
    package let moves: Int
    /// The end that was used: with the seed and the sizes it makes the same shop again.
    package let end: Moment
    package let elapsed: Duration
}
