/// A product of the demo shop.
package struct DemoProduct: Hashable, Sendable {
    package let sku: String
    /// EAN-13 in the range for use inside a shop (prefix 20), which is on no real goods.
    package let barcode: String
    package let name: String
    package let price: Money
    /// The pieces on hand when all orders of the shop are done: three in a hundred products are sold out, ten run low.
    package let stock: Int
    package let createdAt: Moment
    /// What it cost before ``priceChangedAt``.
    let formerPrice: Money
    let priceChangedAt: Moment

    init(number: Int, seed: UInt64, shopStart: Moment) {
        var random = DemoRandom(seed: seed, stream: DemoStream.product, row: number)
        let shelf = random.pick(DemoGoods.shelves)
        sku = "\(shelf.code)-\(padded(number + 1, 5))"
        barcode = Self.ean13("20\(padded(number + 1, 10))")
        name = DemoGoods.name(&random, shelf: shelf)
        // Prices end in 0 or 5 kopiykas; a third of them rose by a tenth, once.
        let price = random.within(shelf.prices) / 5 * 5
        let hasRisen = random.happens(percent: 33)
        self.price = Money(minor: Int64(price))
        formerPrice = Money(minor: Int64(hasRisen ? price * 10 / 11 / 5 * 5 : price))
        priceChangedAt = Moment(microseconds: shopStart.microseconds + Int64(random.below(600)) * DemoShop.day)
        stock =
            switch random.below(100) {
            case 0..<3: 0
            case 3..<13: random.within(1...5)
            default: random.within(20...900)
            }
        let age = Int64(random.within(100...130)) * DemoShop.day
        createdAt = Moment(microseconds: shopStart.microseconds - age + Int64(number) * 1_000_000 % DemoShop.day)
    }

    /// What it cost at `moment`.
    func price(at moment: Moment) -> Money { moment < priceChangedAt ? formerPrice : price }

    /// Twelve digits and the check digit that makes them an EAN-13 (GS1 General Specifications, 7.9).
    static func ean13(_ digits: String) -> String {
        let sum = digits.utf8.enumerated().reduce(0) { $0 + Int($1.element - 48) * ($1.offset % 2 == 0 ? 1 : 3) }
        return digits + String((10 - sum % 10) % 10)
    }
}
