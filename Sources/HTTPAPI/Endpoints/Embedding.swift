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
            rows.users = try await call.services.users.list(ids: Set(orders.map(\.user)), as: call.principal)
        }
        if rows.lines == nil, !wanted.isDisjoint(with: [.items, .itemProducts]) {
            rows.lines =
                orders.isEmpty ? [:] : try await call.services.orders.lines(of: orders.map(\.id), as: call.principal)
        }
        if wanted.contains(.itemProducts), let lines = rows.lines {
            let ids = Set(lines.values.joined().map(\.product)).sorted()
            for start in stride(from: 0, to: ids.count, by: batch) {
                let some = ids[start..<min(start + batch, ids.count)]
                let products = try await call.services.products.list(ids: Array(some), as: call.principal)
                rows.products.merge(products) { $1 }
            }
        }
        return rows
    }
}
