import Domain
import Services

extension ServiceDesk {
    /// A record with what belongs to it, as far as it stands beside a list.
    func aside(_ subject: AsideSubject) async throws(ServiceError) -> AsideRecord {
        switch subject {
        case .order(let id):
            let order = try await services.orders.get(id, as: principal)
            let user = try await services.users.get(order.user, as: principal)
            return .order(order, user, try await log(of: id))
        case .user(let id):
            let user = try await services.users.get(id, as: principal)
            let request = OrderListRequest(
                filter: OrderFilter(user: id), sort: .createdAt, isDescending: true, limit: AsideSubject.limit)
            return .user(user, try await services.orders.list(request, as: principal).items)
        case .product(let id):
            let product = try await services.products.get(id, as: principal)
            let request = StockMoveListRequest(
                filter: StockMoveFilter(product: id), sort: .id, isDescending: true, limit: AsideSubject.limit)
            return .product(product, try await services.stock.moves(request, as: principal).items)
        }
    }

    /// What the audit log tells of an order; nothing to whoever may not read it.
    private func log(of id: Identifier<Order>) async throws(ServiceError) -> [AuditRecord] {
        let filter = AuditFilter(entity: "order", entityID: id.value)
        let request = AuditListRequest(filter: filter, sort: .id, isDescending: true, limit: AsideSubject.limit)
        do throws(ServiceError) {
            return try await services.audit.list(request, as: principal).items
        } catch {
            if case .forbidden = error { return [] }
            throw error
        }
    }
}
