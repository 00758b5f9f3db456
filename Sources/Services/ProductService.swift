package import Domain
import Repositories

/// The operations on products; their stock is changed by ``StockService`` and by orders.
package struct ProductService: Sendable {
    let operations: Operations

    init(_ operations: Operations) { self.operations = operations }

    /// A page of products.
    package func list(
        _ request: ProductListRequest, as principal: Principal
    ) async throws(ServiceError) -> Page<Product> {
        try principal.requireStock(
            by: request.filter, sortedBy: [request.sort, request.second?.sort].compactMap(\.self))
        let page = try await operations.run(.listProducts, as: principal) {
            try await ProductRepository($0).list(request)
        }
        return principal.role == .customer ? page.map { $0.seen(by: .customer) } : page
    }

    /// How many products a list has on all its pages; `nil` where counting takes too long.
    package func count(
        _ filter: ProductFilter, _ precision: CountPrecision, as principal: Principal
    ) async throws(ServiceError) -> Int? {
        try principal.requireStock(by: filter)
        return try await operations.run(.listProducts, as: principal) { _ in
            try await CountRepository(operations.pool).count(filter, precision)
        }
    }

    /// The products with these ids, by id; missing ones are left out.
    ///
    /// At most 1,000 are asked for at once.
    package func list(
        ids: some Collection<Identifier<Product>> & Sendable, as principal: Principal
    ) async throws(ServiceError) -> [Identifier<Product>: Product] {
        let products = try await operations.run(.listProducts, as: principal) {
            try await ProductRepository($0).list(ids: Array(Set(ids)))
        }
        return Dictionary(uniqueKeysWithValues: products.map { ($0.id, $0.seen(by: principal.role)) })
    }

    /// The product with `id`, archived or not.
    /// - Throws: ``ServiceError/notFound(entity:id:)``.
    package func get(_ id: Identifier<Product>, as principal: Principal) async throws(ServiceError) -> Product {
        let product = try await operations.run(.getProduct, as: principal) {
            try await ProductRepository($0).find(id)
        }
        guard let product else { throw .notFound(entity: "product", id: id.value) }
        return product.seen(by: principal.role)
    }

    /// The product that is sold and has exactly this code or barcode, `nil` if there is none.
    package func find(code: String, as principal: Principal) async throws(ServiceError) -> Product? {
        let product = try await operations.run(.findProduct, as: principal) {
            try await ProductRepository($0).find(code: code)
        }
        return product?.seen(by: principal.role)
    }

    /// The products that have exactly this code or barcode, archived ones too.
    package func list(
        bearing code: String, as principal: Principal
    ) async throws(ServiceError) -> [Product] {
        let products = try await operations.run(.findProduct, as: principal) {
            try await ProductRepository($0).list(bearing: code)
        }
        return products.map { $0.seen(by: principal.role) }
    }

    /// The products that `text` may mean, best first; at most `limit`.
    package func suggest(
        _ text: String, limit: Int = 8, as principal: Principal
    ) async throws(ServiceError) -> [Product] {
        let products = try await operations.run(.findProduct, as: principal) {
            try await ProductRepository($0).suggest(text, limit: min(max(limit, 1), 50))
        }
        return products.map { $0.seen(by: principal.role) }
    }

    /// Creates a product; what is on hand becomes the first row of its ledger.
    /// - Throws: ``ServiceError/conflict(_:)`` if the code or barcode belongs to another.
    package func create(_ new: NewProduct, as principal: Principal) async throws(ServiceError) -> Product {
        try await operations.run(.createProduct, as: principal) {
            try await ProductRepository($0).insert(new, audit: AuditEntry(principal, .createProduct))
        }
    }

    /// Creates products, all of them or none.
    /// - Throws: ``RowRefusal`` with the row that stands in the way.
    package func create(_ rows: [NewProduct], as principal: Principal) async throws(RowRefusal) -> [Product] {
        try await operations.transact(.createProduct, as: principal, rows: rows) { new, transaction in
            try await ProductRepository(transaction).insert(new, audit: AuditEntry(principal, .createProduct))
        }
    }

    /// Changes fields of a product.
    ///
    /// `version` is the one that the edit started from; `nil` overwrites whatever is there.
    /// - Throws: ``ServiceError/conflict(_:)`` if somebody else changed the product since, or the code is taken.
    package func edit(
        _ id: Identifier<Product>, _ edit: ProductEdit, version: Int? = nil, as principal: Principal
    ) async throws(ServiceError) -> Product {
        try await operations.transact(.editProduct, as: principal) { transaction in
            let products = ProductRepository(transaction)
            guard let old = try await products.lock(id) else {
                throw ServiceError.notFound(entity: "product", id: id.value)
            }
            try requireVersion(version, of: "product", current: old.version)
            let new = old.applying(edit)
            if new == old { return old }
            let changes: [AuditEntry.Change] = [
                .init("sku", old.sku, new.sku), .init("barcode", old.barcode, new.barcode),
                .init("name", old.name, new.name), .init("price", old.price.description, new.price.description),
            ]
            return try await products.update(new, audit: AuditEntry(principal, .editProduct, changes))
        }
    }

    /// Takes a product out of sale; orders keep it.
    ///
    /// Twice is once.
    package func archive(_ id: Identifier<Product>, as principal: Principal) async throws(ServiceError) -> Product {
        try await setArchived(true, id, .archiveProduct, as: principal)
    }

    /// Puts an archived product back on sale.
    ///
    /// Twice is once.
    package func restore(_ id: Identifier<Product>, as principal: Principal) async throws(ServiceError) -> Product {
        try await setArchived(false, id, .restoreProduct, as: principal)
    }

    private func setArchived(
        _ isArchived: Bool, _ id: Identifier<Product>, _ operation: OperationID, as principal: Principal
    ) async throws(ServiceError) -> Product {
        let changed = try await operations.run(operation, as: principal) {
            try await ProductRepository($0).setArchived(isArchived, id, audit: AuditEntry(principal, operation))
        }
        if let changed { return changed }
        return try await get(id, as: principal)
    }
}

extension Product {
    func applying(_ edit: ProductEdit) -> Product {
        Product(
            id: id, sku: edit.sku.applied(to: sku), barcode: edit.barcode.applied(to: barcode),
            name: edit.name.applied(to: name), price: edit.price.applied(to: price), stock: stock,
            archivedAt: archivedAt, createdAt: createdAt, updatedAt: updatedAt, version: version)
    }
}
