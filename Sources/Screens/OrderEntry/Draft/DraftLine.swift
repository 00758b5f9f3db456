package import Domain

/// One product of an order that is being entered.
package struct DraftLine: Hashable, Sendable {
    package let product: Identifier<Product>
    package let sku: String
    package let name: String
    /// Pieces, 1 to 1,000,000.
    package var quantity: Int
    /// The price that the customer was told, which is sent with the order.
    package var price: Money
    /// What is taken off the price.
    package var discount = Percent.zero
    /// Pieces on hand when the product was last read.
    package var stock: Int
    /// The price when the product was last read, if it is no longer the one told.
    package var newPrice: Money?
    /// Whether the product is no longer sold.
    package var isGone = false

    package init(product: Identifier<Product>, sku: String, name: String, quantity: Int, price: Money, stock: Int) {
        (self.product, self.sku, self.name) = (product, sku, name)
        (self.quantity, self.price, self.stock) = (quantity, price, stock)
    }

    package init(_ product: Product, quantity: Int, discount: Percent = .zero) {
        self.init(
            product: product.id, sku: product.sku, name: product.name, quantity: quantity, price: product.price,
            stock: product.stock)
        self.discount = discount
    }

    /// What the line costs without its discount; `nil` beyond what the books can hold.
    package var fullTotal: Money? { price.times(quantity) }

    /// What the line costs; `nil` beyond what the books can hold.
    package var total: Money? { price.times(quantity, less: discount) }

    /// Whether more is wanted than there is.
    package var isShort: Bool { quantity > stock }

    /// The line with stock and price as they are now; what was told stays until the operator accepts.
    func reading(_ current: Product) -> DraftLine {
        var line = self
        line.stock = current.stock
        line.newPrice = current.price == price ? nil : current.price
        line.isGone = current.archivedAt != nil
        return line
    }
}
