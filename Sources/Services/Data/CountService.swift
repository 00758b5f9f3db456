package import Domain
import Repositories

/// Counts the rows of lists exactly: on demand, since it looks at each of them.
package struct CountService: Sendable {
    private let services: ServiceCatalog

    package init(_ services: ServiceCatalog) { self.services = services }

    /// How many rows a list has under its filter; `nil` where counting takes too long.
    package func count(_ request: ExportRequest, as principal: Principal) async throws(ServiceError) -> Int? {
        let operations = services.orders.operations
        // A count has a deadline of its own, which connections have and not transactions.
        let rows = CountRepository(operations.pool)
        switch request {
        case .users(let request):
            var filter = request.filter
            filter.only = try principal.owner(in: .listUsers)
            return try await operations.run(.listUsers, as: principal) { [filter] _ in try await rows.count(filter) }
        case .products(let request):
            return try await operations.run(.listProducts, as: principal) { _ in
                try await rows.count(request.filter)
            }
        case .orders(let request):
            var filter = request.filter
            filter.only = try principal.owner(in: .listOrders)
            return try await operations.run(.listOrders, as: principal) { [filter] _ in try await rows.count(filter) }
        case .moves(let request):
            return try await operations.run(.listStockMoves, as: principal) { _ in
                try await rows.count(request.filter)
            }
        case .audit(let request):
            var filter = request.filter
            filter.actor = try principal.owner(in: .listAudit)
            return try await operations.run(.listAudit, as: principal) { [filter] _ in try await rows.count(filter) }
        }
    }
}
