import Domain
import Wording

extension Product {
    /// The product as somebody of this role may see it: customers are told whether there are any, not how many.
    func seen(by role: Role) -> Product {
        guard role == .customer else { return self }
        return Product(
            id: id, sku: sku, barcode: barcode, name: name, price: price, stock: stock, tellsStock: false,
            archivedAt: archivedAt, createdAt: createdAt, updatedAt: updatedAt, version: version)
    }
}

extension Principal {
    /// - Throws: ``ServiceError/invalid(_:)`` where a customer asks for products by their stock: with a few questions
    ///   of that kind the number would be told.
    func requireStock(by filter: ProductFilter, sortedBy sorts: [ProductSort] = []) throws(ServiceError) {
        guard role == .customer, filter.asksForStock || sorts.contains(.stock) else { return }
        throw .invalid([Violation("stock", "forbidden", "How many pieces there are is for the staff.")])
    }
}

extension ProductFilter {
    fileprivate var asksForStock: Bool {
        minimumStock != nil || maximumStock != nil || conditions.contains { $0.column == .stock }
            || terms.mention(.stock)
    }
}
