import Domain
import Services

/// The rows that a request may ask to stand beside each order.
enum Embedding: String, CaseIterable {
    case user
    case items
    case itemProducts = "items.product"

    /// How many products are asked for at once.
    private static let batch = 1000

    /// Reads what the query's `embed` asks for: one statement for each kind, whatever the number of orders.
    ///
    /// `lines` are the lines where they are at hand already.
    static func rows(
        beside orders: [OrderSummary], lines: [Identifier<Order>: [OrderLine]]?, _ call: Call
    ) async throws(ServiceError) -> EmbeddedRows {
        let wanted = Set(call.query.words("embed").compactMap(Embedding.init))
        var rows = EmbeddedRows(lines: lines)
        if wanted.contains(.user), !orders.isEmpty {
            rows.users = try await call.services.users.list(ids: orders.map(\.user), as: call.principal)
        }
        if rows.lines == nil, !wanted.isDisjoint(with: [.items, .itemProducts]) {
            rows.lines =
                orders.isEmpty ? [:] : try await call.services.orders.lines(of: orders.map(\.id), as: call.principal)
        }
        if wanted.contains(.itemProducts), let lines = rows.lines {
            rows.products = try await products(Set(lines.values.joined().map(\.product)), call)
        }
        return rows
    }

    /// The products of lines, if the query's `embed` asks for them.
    static func products(
        beside lines: [OrderLine], _ call: Call
    ) async throws(ServiceError) -> [Identifier<Product>: Product] {
        call.query.words("embed").contains("product") ? try await products(Set(lines.map(\.product)), call) : [:]
    }

    private static func products(
        _ ids: Set<Identifier<Product>>, _ call: Call
    ) async throws(ServiceError) -> [Identifier<Product>: Product] {
        var products: [Identifier<Product>: Product] = [:]
        let ids = ids.sorted()
        for start in stride(from: 0, to: ids.count, by: batch) {
            let some = Array(ids[start..<min(start + batch, ids.count)])
            products.merge(try await call.services.products.list(ids: some, as: call.principal)) { $1 }
        }
        return products
    }
}

extension Call {
    /// - Throws: ``Problem`` where rows are to stand beside those of a table, which has no room for them.
    func refuseEmbeddingInTables() throws(Problem) {
        guard accepted == .csv, query.text("embed") != nil else { return }
        throw .validation([Fault(.parameter("embed"), "format", "A table in CSV has no room for rows beside its own.")])
    }
}
