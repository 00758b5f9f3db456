/// A customer of the demo shop.
package struct DemoCustomer: Hashable, Sendable {
    package let name: String
    /// An address under example.com, which belongs to nobody (RFC 2606).
    package let email: String?
    package let phone: String?
    package let createdAt: Moment

    init(number: Int, shop: DemoShop) {
        var random = DemoRandom(seed: shop.seed, stream: DemoStream.customer, row: number)
        let person = DemoNames.person(&random)
        name = person.name
        email = random.happens(percent: 85) ? "\(person.mailbox).\(number + 1)@example.com" : nil
        phone = random.happens(percent: 70) ? Self.phone(&random, isUkrainian: person.isUkrainian) : nil
        // All customers came in the weeks before the first order, so that no order is older than its customer.
        let age = Int64(random.below(90 * 24 * 60)) * 60_000_000
        createdAt = Moment(microseconds: shop.start.microseconds - age)
    }

    /// A number that rings nowhere: 000 after a Ukrainian code, or the British range for films (07700 900).
    private static func phone(_ random: inout DemoRandom, isUkrainian: Bool) -> String {
        guard isUkrainian else { return "+44 7700 900\(padded(random.below(1000), 3))" }
        let code = random.pick(["50", "63", "67", "68", "73", "93", "95", "97"])
        return "+380 \(code) 000 \(padded(random.below(100), 2)) \(padded(random.below(100), 2))"
    }
}

/// `number` with zeros in front, up to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
