import Domain
import GraphQL
import Services

/// The rows that others name: one statement for all of a level of the response, whatever their number.
///
/// The services bound how many rows are asked for at once; a level that names more is asked for in several parts.
struct Relations {
    private let caller: Caller
    /// How many different rows one statement is asked for.
    private static let batch = 1000

    init(_ caller: Caller) { self.caller = caller }

    func users(_ ids: [Identifier<User>]) async throws -> [User] {
        let found = try await read(ids) { try await caller.services.users.list(ids: $0, as: caller.principal) }
        return try ids.map { try Self.required(found[$0], "user", $0) }
    }

    func optionalUsers(_ ids: [Identifier<User>?]) async throws -> [User?] {
        let found = try await read(ids.compactMap(\.self)) {
            try await caller.services.users.list(ids: $0, as: caller.principal)
        }
        return ids.map { id in id.flatMap { found[$0] } }
    }

    func products(_ ids: [Identifier<Product>]) async throws -> [Product] {
        let found = try await read(ids) { try await caller.services.products.list(ids: $0, as: caller.principal) }
        return try ids.map { try Self.required(found[$0], "product", $0) }
    }

    func orders(_ ids: [Identifier<Order>]) async throws -> [OrderSummary] {
        let found = try await readOrders(ids)
        return try ids.map { try Self.required(found[$0], "order", $0) }
    }

    func optionalOrders(_ ids: [Identifier<Order>?]) async throws -> [OrderSummary?] {
        let found = try await readOrders(ids.compactMap(\.self))
        return ids.map { id in id.flatMap { found[$0] } }
    }

    func lines(of orders: [Identifier<Order>]) async throws -> [[OrderLine]] {
        let found = try await read(orders) { try await caller.services.orders.lines(of: $0, as: caller.principal) }
        return orders.map { found[$0] ?? [] }
    }

    private func readOrders(_ ids: [Identifier<Order>]) async throws -> [Identifier<Order>: OrderSummary] {
        try await read(ids) { some in
            let orders = try await caller.services.orders.list(ids: some, as: caller.principal)
            return Dictionary(uniqueKeysWithValues: orders.map { ($0.id, $0) })
        }
    }

    /// Asks for each different id once.
    private func read<Entity, Row>(
        _ ids: [Identifier<Entity>], _ list: ([Identifier<Entity>]) async throws -> [Identifier<Entity>: Row]
    ) async throws -> [Identifier<Entity>: Row] {
        let distinct = Set(ids).sorted()
        if distinct.count <= Self.batch { return distinct.isEmpty ? [:] : try await list(distinct) }
        var found: [Identifier<Entity>: Row] = [:]
        for start in stride(from: 0, to: distinct.count, by: Self.batch) {
            let some = distinct[start..<min(start + Self.batch, distinct.count)]
            found.merge(try await list(Array(some))) { $1 }
        }
        return found
    }

    /// A row that another one names is there: rows are archived, never deleted.
    private static func required<Entity, Row>(
        _ row: Row?, _ entity: String, _ id: Identifier<Entity>
    ) throws -> Row {
        guard let row else { throw ServiceError.notFound(entity: entity, id: id.value) }
        return row
    }
}
