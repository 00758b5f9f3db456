import Wording

/// Something that the shop sells.
package struct Product: Hashable, Sendable {
    package let id: Identifier<Product>
    package let sku: String
    package let barcode: String?
    package let name: String
    package let price: Money
    /// Pieces on hand; never negative.
    package let stock: Int
    /// Whether their number may be told; else only whether there are any.
    package let tellsStock: Bool
    package let archivedAt: Moment?
    package let createdAt: Moment
    package let updatedAt: Moment
    /// Counts the edits, from 1; sales do not count.
    package let version: Int

    package init(
        id: Identifier<Product>, sku: String, barcode: String?, name: String, price: Money, stock: Int,
        tellsStock: Bool = true, archivedAt: Moment?, createdAt: Moment, updatedAt: Moment, version: Int
    ) {
        (self.id, self.sku, self.barcode, self.name, self.price) = (id, sku, barcode, name, price)
        (self.stock, self.tellsStock, self.archivedAt) = (stock, tellsStock, archivedAt)
        (self.createdAt, self.updatedAt, self.version) = (createdAt, updatedAt, version)
    }
}

extension Product {
    /// Whether there are any pieces on hand.
    package var isInStock: Bool { stock > 0 }

    /// Pieces on hand, where their number may be told.
    package var toldStock: Int? { tellsStock ? stock : nil }
}

/// What is needed to create a product, checked.
package struct NewProduct: Hashable, Sendable {
    package let sku: String
    package let barcode: String?
    package let name: String
    package let price: Money
    /// The pieces on hand when the product is created: the first row of its ledger.
    package let stock: Int

    /// Reads the fields as they were typed; the price as an amount, see ``Money/init(_:)``.
    /// - Throws: ``InvalidInput`` with every broken rule.
    package init(
        sku: String, barcode: String? = nil, name: String, price: String, stock: Int = 0
    ) throws(InvalidInput) {
        var checker = Checker()
        let sku = checker.check { () throws(Violation) in try Text.sku(sku) }
        let barcode = checker.check { () throws(Violation) in try Text.barcode(barcode) }
        let name = checker.check { () throws(Violation) in try Text.name(name, field: "name") }
        let price = checker.check { () throws(Violation) in try Money.price(price) }
        if !Stock.range.contains(stock) { checker.fail(Stock.violation) }
        try checker.finish()
        (self.sku, self.barcode, self.name) = (sku ?? "", barcode ?? nil, name ?? "")
        (self.price, self.stock) = (price ?? .zero, stock)
    }
}

/// The fields of a product that an edit sets; stock is not among them, see ``StockAdjustment``.
package struct ProductEdit: Hashable, Sendable {
    package let sku: Edit<String>
    package let barcode: Edit<String?>
    package let name: Edit<String>
    package let price: Edit<Money>

    /// Reads the fields as they were typed; the rules are those of ``NewProduct``.
    /// - Throws: ``InvalidInput`` with every broken rule.
    package init(
        sku: Edit<String> = .keep, barcode: Edit<String?> = .keep, name: Edit<String> = .keep,
        price: Edit<String> = .keep
    ) throws(InvalidInput) {
        var checker = Checker()
        let newSKU = checker.check { () throws(Violation) in try sku.map(Text.sku) }
        let newBarcode = checker.check { () throws(Violation) in try barcode.map(Text.barcode) }
        let newName = checker.check { () throws(Violation) in
            try name.map { value throws(Violation) in try Text.name(value, field: "name") }
        }
        let newPrice = checker.check { () throws(Violation) in
            try price.map { value throws(Violation) in try Money.price(value) }
        }
        try checker.finish()
        (self.sku, self.barcode, self.name, self.price) =
            (newSKU ?? .keep, newBarcode ?? .keep, newName ?? .keep, newPrice ?? .keep)
    }
}

/// The rules of a number of pieces.
package enum Stock {
    /// What a product may have on hand.
    package static let range = 0...1_000_000_000

    static let violation = Violation("stock", "range", "Stock is a whole number from 0 to 1,000,000,000.")
}
