package import Domain

extension ServiceCatalog {
    /// How many rows a list has under its filter, counted one by one; `nil` where that takes too long.
    package func count(_ request: ExportRequest, as principal: Principal) async throws(ServiceError) -> Int? {
        switch request {
        case .users(let request): try await users.count(request.filter, .exact, as: principal)
        case .products(let request): try await products.count(request.filter, .exact, as: principal)
        case .orders(let request): try await orders.count(request.filter, .exact, as: principal)
        case .moves(let request): try await stock.count(request.filter, .exact, as: principal)
        case .audit(let request): try await audit.count(request.filter, .exact, as: principal)
        }
    }
}
