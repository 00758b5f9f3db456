package import Domain
import Repositories

/// The operations on orders.
///
/// Placing is in `OrderService+place.swift`, the later changes in `+change.swift`.
package struct OrderService: Sendable {
    let operations: Operations
    /// All copies of a service place through one writer.
    package let writer: OrderWriter

    init(_ operations: Operations, placing limits: OrderWriter.Limits) {
        (self.operations, writer) = (operations, OrderWriter(operations, limits))
    }

    /// A page of orders, without their lines.
    package func list(
        _ request: OrderListRequest, as principal: Principal
    ) async throws(ServiceError) -> Page<OrderSummary> {
        var request = request
        request.filter.only = try principal.owner(in: .listOrders)
        return try await operations.run(.listOrders, as: principal) { [request] in
            try await OrderRepository($0).list(request)
        }
    }

    /// How many orders a list has on all its pages; `nil` where counting takes too long.
    package func count(
        _ filter: OrderFilter, _ precision: CountPrecision, as principal: Principal
    ) async throws(ServiceError) -> Int? {
        var filter = filter
        filter.only = try principal.owner(in: .listOrders)
        return try await operations.run(.listOrders, as: principal) { [filter] _ in
            try await CountRepository(operations.pool).count(filter, precision)
        }
    }

    /// How many lines a list has on all its pages; `nil` where counting takes too long.
    package func count(
        _ filter: OrderLineFilter, _ precision: CountPrecision, as principal: Principal
    ) async throws(ServiceError) -> Int? {
        var filter = filter
        filter.customer = try principal.owner(in: .listOrderLines)
        return try await operations.run(.listOrderLines, as: principal) { [filter] _ in
            try await CountRepository(operations.pool).count(filter, precision)
        }
    }

    /// What has happened to an order, as a page of the audit log.
    ///
    /// Whoever may read the order may read this; the rest of the log is for others.
    /// - Throws: ``ServiceError/notFound(entity:id:)``.
    package func history(
        of id: Identifier<Order>, _ request: AuditListRequest, as principal: Principal
    ) async throws(ServiceError) -> Page<AuditRecord> {
        let owner = try principal.owner(in: .getOrderHistory)
        var request = request
        request.filter = AuditFilter(entity: "order", entityID: id.value)
        let (order, page) = try await operations.run(.getOrderHistory, as: principal) { [request] session in
            (
                try await OrderRepository(session).summaries(ids: [id]).first,
                try await AuditRepository(session).list(request)
            )
        }
        guard let order, owner == nil || order.user == owner else { throw .notFound(entity: "order", id: id.value) }
        return page
    }

    /// The orders with these ids, without their lines; missing ones are left out.
    ///
    /// At most 200 are asked for at once.
    package func list(
        ids: [Identifier<Order>], as principal: Principal
    ) async throws(ServiceError) -> [OrderSummary] {
        let owner = try principal.owner(in: .listOrders)
        let orders = try await operations.run(.listOrders, as: principal) {
            try await OrderRepository($0).summaries(ids: ids)
        }
        return owner.map { owner in orders.filter { $0.user == owner } } ?? orders
    }

    /// The order with `id` and its lines.
    /// - Throws: ``ServiceError/notFound(entity:id:)``.
    package func get(_ id: Identifier<Order>, as principal: Principal) async throws(ServiceError) -> Order {
        let owner = try principal.owner(in: .getOrder)
        let order = try await operations.run(.getOrder, as: principal) { try await OrderRepository($0).find(id) }
        guard let order, owner == nil || order.user == owner else { throw .notFound(entity: "order", id: id.value) }
        return order
    }

    /// The lines of these orders, by order; at most 200 orders are asked for at once.
    package func lines(
        of orders: [Identifier<Order>], as principal: Principal
    ) async throws(ServiceError) -> [Identifier<Order>: [OrderLine]] {
        let owner = try principal.owner(in: .listOrderLines)
        return try await operations.run(.listOrderLines, as: principal) {
            try await OrderRepository($0).lines(of: orders, customer: owner)
        }
    }

    /// A page of order lines.
    package func listLines(
        _ request: OrderLineListRequest, as principal: Principal
    ) async throws(ServiceError) -> Page<OrderLine> {
        var request = request
        request.filter.customer = try principal.owner(in: .listOrderLines)
        return try await operations.run(.listOrderLines, as: principal) { [request] in
            try await OrderRepository($0).lines(request)
        }
    }

    /// The order line with `id`.
    /// - Throws: ``ServiceError/notFound(entity:id:)``.
    package func getLine(
        _ id: Identifier<OrderLine>, as principal: Principal
    ) async throws(ServiceError) -> OrderLine {
        let owner = try principal.owner(in: .getOrderLine)
        let line = try await operations.run(.getOrderLine, as: principal) {
            try await OrderRepository($0).line(id, customer: owner)
        }
        guard let line else { throw .notFound(entity: "order line", id: id.value) }
        return line
    }
}
