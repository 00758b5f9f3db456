package import Domain
import Postgres
import Repositories

extension OrderService {
    /// Cancels an order and puts its goods back on the shelf, once: cancelling again answers the same order.
    /// - Throws: ``ServiceError/illegalTransition(_:)`` if the order can't be cancelled any more.
    package func cancel(
        _ id: Identifier<Order>, version: Int? = nil, as principal: Principal
    ) async throws(ServiceError) -> Order {
        try await change(id, .cancelOrder, version: version, as: principal) { order in
            order.status == .cancelled ? nil : (.cancelled, order.note)
        }
    }

    /// Moves an order along its life cycle.
    ///
    /// Moving it to where it is answers the order as it is.
    /// - Throws: ``ServiceError/illegalTransition(_:)``.
    package func move(
        _ id: Identifier<Order>, to status: OrderStatus, version: Int? = nil, as principal: Principal
    ) async throws(ServiceError) -> Order {
        let operation: OperationID = status == .cancelled ? .cancelOrder : .moveOrder
        return try await change(id, operation, version: version, as: principal) { order in
            order.status == status ? nil : (status, order.note)
        }
    }

    /// Changes status and note of an order at once.
    package func edit(
        _ id: Identifier<Order>, _ edit: OrderEdit, version: Int? = nil, as principal: Principal
    ) async throws(ServiceError) -> Order {
        try await change(id, .editOrder, version: version, as: principal) { order in
            let (status, note) = (edit.status.applied(to: order.status), edit.note.applied(to: order.note))
            return status == order.status && note == order.note ? nil : (status, note)
        }
    }

    /// Locks the order, asks `decide` what becomes of it (`nil`: nothing), and writes that.
    private func change(
        _ id: Identifier<Order>, _ operation: OperationID, version: Int?, as principal: Principal,
        _ decide: @Sendable (OrderSummary) -> (status: OrderStatus, note: String?)?
    ) async throws(ServiceError) -> Order {
        try await operations.transact(operation, as: principal) { transaction in
            let orders = OrderRepository(transaction)
            guard let old = try await orders.lock(id) else {
                throw ServiceError.notFound(entity: "order", id: id.value)
            }
            guard let new = decide(old) else { return try await orders.get(id) }
            try requireVersion(version, of: "order", current: old.version)
            if new.status != old.status {
                try await requireStep(to: new.status, of: id, orders, as: principal)
                var status = old.status
                do throws(IllegalTransition) {
                    try status.move(to: new.status)
                } catch {
                    throw ServiceError.illegalTransition(error)
                }
                if new.status == .cancelled { try await orders.giveBack(id, as: principal) }
            }
            let changes: [AuditEntry.Change] = [
                .init("status", old.status.rawValue, new.status.rawValue), .init("note", old.note, new.note),
            ]
            let audit = AuditEntry(principal, operation, changes)
            try await orders.update(id, status: new.status, note: new.note, audit: audit)
            return try await orders.get(id)
        }
    }

    /// Asks for the permission that a step of the life cycle needs, in whatever operation it is taken.
    private func requireStep(
        to status: OrderStatus, of id: Identifier<Order>, _ orders: OrderRepository, as principal: Principal
    ) async throws {
        let step: OperationID = status == .cancelled ? .cancelOrder : .moveOrder
        guard let owner = try principal.owner(in: step) else { return }
        guard try await orders.isPlaced(id, by: owner) else { throw ServiceError.forbidden(step) }
    }
}

extension OrderRepository {
    /// The order with `id`, which must be there.
    func get(_ id: Identifier<Order>) async throws -> Order {
        guard let order = try await find(id) else { throw MissingRow() }
        return order
    }
}
