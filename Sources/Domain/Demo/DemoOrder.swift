/// An order of the demo shop.
package struct DemoOrder: Hashable, Sendable {
    /// One line of an order.
    package struct Line: Hashable, Sendable {
        /// The product's number.
        package let product: Int
        package let quantity: Int
        package let price: Money
    }

    /// The customer's number.
    package let customer: Int
    package let status: OrderStatus
    package let note: String?
    package let createdAt: Moment
    package let updatedAt: Moment
    /// 1, and 1 more for each step of its life.
    package let version: Int
    /// One to five lines.
    ///
    /// In 14 of 100 orders a product stands twice, as in the records of real shops.
    package let lines: [Line]

    /// The sum of the lines.
    package var total: Money { Money(minor: lines.reduce(0) { $0 + $1.price.minor * Int64($1.quantity) }) }

    init(number: Int, shop: DemoShop) {
        var random = DemoRandom(seed: shop.seed, stream: DemoStream.order, row: number)
        let createdAt = shop.moment(ofOrder: number, random: &random)
        self.createdAt = createdAt
        customer = Self.skewed(shop.size.users, &random)
        note = random.happens(percent: 3) ? random.pick(Self.notes) : nil
        let life = Self.life(from: createdAt, to: shop.end, &random)
        (status, updatedAt, version) = (life.status, life.updatedAt, life.version)
        lines = Self.lines(at: createdAt, shop, &random)
    }

    private static let notes = [
        "Зателефонувати перед доставкою", "Залишити в консьєржки", "Подарункова упаковка", "Please ring twice",
        "Leave at the door", "Invoice to the office",
    ]

    /// Some are met more often than others, as customers and products are: the smaller of two draws.
    private static func skewed(_ count: Int, _ random: inout DemoRandom) -> Int {
        min(random.below(count), random.below(count))
    }

    private static func lines(at moment: Moment, _ shop: DemoShop, _ random: inout DemoRandom) -> [Line] {
        let repeats = random.happens(percent: 14)
        var count = [1, 2, 2, 3, 3, 3, 4, 4, 5, 5][random.below(10)]
        if repeats { count = max(count, 2) }
        var lines: [Line] = []
        lines.reserveCapacity(count)
        for index in 0..<count {
            var product = skewed(shop.size.products, &random)
            if repeats && index == count - 1 {
                product = lines[random.below(lines.count)].product
            } else {
                // The next free number, so that a product stands twice only where it is meant to.
                while lines.contains(where: { $0.product == product }) { product = (product + 1) % shop.size.products }
            }
            let quantity = random.happens(percent: 85) ? random.within(1...4) : random.within(5...24)
            lines.append(Line(product: product, quantity: quantity, price: shop.products[product].price(at: moment)))
        }
        return lines
    }

    /// How far an order has come, by its age: fresh ones wait, old ones are shipped, a few are cancelled.
    private static func life(
        from createdAt: Moment, to end: Moment, _ random: inout DemoRandom
    ) -> (status: OrderStatus, updatedAt: Moment, version: Int) {
        let age = end.microseconds - createdAt.microseconds
        let draw = random.below(100)
        let status: OrderStatus
        switch age / DemoShop.day {
        case ..<2: status = draw < 60 ? .placed : draw < 97 ? .paid : .cancelled
        case ..<10: status = draw < 15 ? .placed : draw < 45 ? .paid : draw < 96 ? .shipped : .cancelled
        case ..<60: status = draw < 1 ? .placed : draw < 3 ? .paid : draw < 95 ? .shipped : .cancelled
        default: status = draw < 95 ? .shipped : .cancelled
        }
        let wasPaid = random.happens(percent: 50)
        let (version, hours): (Int, Int64) =
            switch status {
            case .placed: (1, 0)
            case .paid: (2, 4)
            case .shipped: (3, 40)
            case .cancelled: (wasPaid ? 3 : 2, 12)
            }
        let wait = Int64(random.below(1000)) * hours * DemoShop.hour / 1000 / 1000 * 1000
        let updatedAt = Moment(microseconds: min(createdAt.microseconds + wait, end.microseconds))
        return (status, updatedAt, version)
    }
}
