package import Domain
import Repositories

/// Counts the rows of lists exactly: on demand, since it looks at each of them.
package struct CountService: Sendable {
    private let services: ServiceCatalog

    package init(_ services: ServiceCatalog) { self.services = services }

    /// How many rows a list has under its filter; `nil` where counting takes too long.
    package func count(_ request: ExportRequest, as principal: Principal) async throws(ServiceError) -> Int? {
        switch request {
        case .users(let request):
            try await services.users.operations.run(.listUsers, as: principal) {
                try await CountRepository($0).count(request.filter)
            }
        case .products(let request):
            try await services.products.operations.run(.listProducts, as: principal) {
                try await CountRepository($0).count(request.filter)
            }
        case .orders(let request):
            try await services.orders.operations.run(.listOrders, as: principal) {
                try await CountRepository($0).count(request.filter)
            }
        case .moves(let request):
            try await services.stock.operations.run(.listStockMoves, as: principal) {
                try await CountRepository($0).count(request.filter)
            }
        case .audit(let request):
            try await services.audit.operations.run(.listAudit, as: principal) {
                try await CountRepository($0).count(request.filter)
            }
        }
    }
}
