import Wording

/// An order that somebody wants to place, checked, each product once.
package struct PlaceOrder: Hashable, Sendable {
    /// One product of a basket.
    package struct Line: Hashable, Sendable {
        package let product: Identifier<Product>
        /// Pieces, 1 to 1,000,000.
        package let quantity: Int
        /// The price that the customer was told; `nil` accepts today's.
        package let price: Money?
        /// What is taken off the price.
        package let discount: Percent

        package init(
            product: Identifier<Product>, quantity: Int, price: Money? = nil, discount: Percent = .zero
        ) {
            (self.product, self.quantity, self.price, self.discount) = (product, quantity, price, discount)
        }
    }

    package static let maximumLines = 1000
    package static let quantities = 1...1_000_000

    package let user: Identifier<User>
    /// Each product once, in the order of the basket.
    package let lines: [Line]
    package let note: String?
    package let key: IdempotencyKey

    /// Checks a basket and merges the lines that name the same product.
    ///
    /// Two lines of one product would each pass a stock check that their sum fails.
    /// - Throws: ``InvalidInput`` with every broken rule; fields are named `items/0/quantity`.
    package init(
        user: Identifier<User>, lines: [Line], note: String? = nil, key: IdempotencyKey
    ) throws(InvalidInput) {
        var checker = Checker()
        if lines.isEmpty { checker.fail(Violation("items", "required", "An order has at least one line.")) }
        if lines.count > Self.maximumLines {
            checker.fail(Violation("items", "too-long", "An order has at most \(Self.maximumLines) lines."))
        }
        let merged = Self.merge(lines, &checker)
        let note = checker.check { () throws(Violation) in try Text.note(note) }
        try checker.finish()
        (self.user, self.lines, self.note, self.key) = (user, merged, note ?? nil, key)
    }

    private static func merge(_ lines: [Line], _ checker: inout Checker) -> [Line] {
        var merged: [Line] = []
        var places: [Identifier<Product>: Int] = [:]
        for (index, line) in lines.prefix(maximumLines).enumerated() {
            let field = "items/\(index)"
            guard quantities.contains(line.quantity) else {
                checker.fail(
                    Violation("\(field)/quantity", "range", "A quantity is a whole number from 1 to 1,000,000."))
                continue
            }
            guard let place = places[line.product] else {
                places[line.product] = merged.count
                merged.append(line)
                continue
            }
            let other = merged[place]
            if let price = line.price, let told = other.price, price != told {
                checker.fail(Violation("\(field)/price", "conflict", "The same product stands twice at two prices."))
            }
            if line.discount != other.discount {
                checker.fail(
                    Violation("\(field)/discount", "conflict", "The same product stands twice with two discounts."))
            }
            let quantity = other.quantity + line.quantity
            if !quantities.contains(quantity) {
                checker.fail(
                    Violation("\(field)/quantity", "range", "Together a product has at most 1,000,000 pieces."))
            }
            merged[place] = Line(
                product: line.product, quantity: quantity, price: other.price ?? line.price, discount: other.discount)
        }
        return merged
    }
}

/// The name under which an order is placed at most once, chosen by whoever asks.
package struct IdempotencyKey: Hashable, Sendable {
    package let value: String

    /// - Throws: ``Violation`` unless `value` has 1 to 255 visible ASCII characters (RFC 8941 strings without escapes).
    package init(_ value: String) throws(Violation) {
        let isVisible = value.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
        guard (1...255).contains(value.utf8.count), isVisible else {
            throw Violation(
                "idempotencyKey", "format",
                "A key has 1 to 255 visible ASCII characters, without quotes and backslashes.")
        }
        self.value = value
    }
}

/// What became of a placed order.
package enum Placement: Hashable, Sendable {
    /// The order is new.
    case created(Order)
    /// The key had been used for the same order before; this is it, as it is now.
    case existing(Order)

    package var order: Order {
        switch self {
        case .created(let order), .existing(let order): order
        }
    }
}

/// A product of which there is less than an order wants.
package struct Shortage: Hashable, Sendable {
    package let product: Identifier<Product>
    package let sku: String
    package let name: String
    package let wanted: Int
    package let available: Int

    package init(product: Identifier<Product>, sku: String, name: String, wanted: Int, available: Int) {
        (self.product, self.sku, self.name) = (product, sku, name)
        (self.wanted, self.available) = (wanted, available)
    }
}

/// A product whose price is no longer the one that the customer was told.
package struct PriceChange: Hashable, Sendable {
    package let product: Identifier<Product>
    package let sku: String
    package let told: Money
    package let now: Money

    package init(product: Identifier<Product>, sku: String, told: Money, now: Money) {
        (self.product, self.sku, self.told, self.now) = (product, sku, told, now)
    }
}
