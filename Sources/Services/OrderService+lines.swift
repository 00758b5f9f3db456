package import Domain
import Postgres
import Repositories
import Wording

extension OrderService {
    /// Adds a line to an order that is placed but not paid, and takes its goods from the shelf.
    /// - Throws: ``ServiceError/insufficientStock(_:)``, ``ServiceError/priceChanged(_:)``,
    ///   ``ServiceError/unknownReference(field:id:)``, ``ServiceError/conflict(_:)`` if the order is closed.
    package func addLine(_ new: NewOrderLine, as principal: Principal) async throws(ServiceError) -> OrderLine {
        try requireDiscount(new.line.discount, principal)
        return try await operations.transact(.addOrderLine, as: principal) { transaction in
            let desk = LineDesk(transaction, principal, .addOrderLine)
            guard let order = try await desk.orders.lock(new.order) else {
                throw ServiceError.unknownReference(field: "orderId", id: new.order.value)
            }
            try desk.requireOpen(order)
            guard order.lineCount < PlaceOrder.maximumLines else {
                throw ServiceError.invalid([
                    Violation("orderId", "too-long", "An order has at most \(PlaceOrder.maximumLines) lines.")
                ])
            }
            guard let product = try await desk.products.lock(new.line.product), product.archivedAt == nil else {
                throw ServiceError.unknownReference(field: "productId", id: new.line.product.value)
            }
            if let told = new.line.price, told != product.price {
                throw ServiceError.priceChanged([
                    PriceChange(product: product.id, sku: product.sku, told: told, now: product.price)
                ])
            }
            let change = OrderRepository.LineChange.add(
                product, quantity: new.line.quantity, discount: new.line.discount)
            let sum = product.price.times(new.line.quantity, less: new.line.discount)
            return try await desk.write(change, of: order, product, from: .zero, to: sum)
        }
    }

    /// Changes the quantity or the discount of a line; the goods follow.
    ///
    /// `version` is that of the order, whose part the line is.
    package func editLine(
        _ id: Identifier<OrderLine>, _ edit: OrderLineEdit, version: Int? = nil, as principal: Principal
    ) async throws(ServiceError) -> OrderLine {
        if case .set(let discount) = edit.discount { try requireDiscount(discount, principal) }
        return try await operations.transact(.editOrderLine, as: principal) { transaction in
            let desk = LineDesk(transaction, principal, .editOrderLine)
            let (order, line) = try await desk.lock(id)
            try requireVersion(version, of: "order", current: order.version)
            let quantity = edit.quantity.applied(to: line.quantity)
            let discount = edit.discount.applied(to: line.discount)
            if quantity == line.quantity && discount == line.discount { return line }
            try desk.requireOpen(order)
            guard let product = try await desk.products.lock(line.product) else { throw MissingRow() }
            let change = OrderRepository.LineChange.set(line, quantity: quantity, discount: discount)
            return try await desk.write(
                change, of: order, product, from: line.total, to: line.price.times(quantity, less: discount))
        }
    }

    /// Takes a line out of an order, and puts its goods back on the shelf.
    /// - Throws: ``ServiceError/conflict(_:)`` if it is the last one, or the order is closed.
    package func removeLine(
        _ id: Identifier<OrderLine>, version: Int? = nil, as principal: Principal
    ) async throws(ServiceError) {
        _ = try await operations.transact(.removeOrderLine, as: principal) { transaction in
            let desk = LineDesk(transaction, principal, .removeOrderLine)
            let (order, line) = try await desk.lock(id)
            try requireVersion(version, of: "order", current: order.version)
            try desk.requireOpen(order)
            if order.lineCount == 1 { throw ServiceError.conflict(.lastLine) }
            guard let product = try await desk.products.lock(line.product) else { throw MissingRow() }
            return try await desk.write(.remove(line), of: order, product, from: line.total, to: .zero)
        }
    }

    private func requireDiscount(_ discount: Percent, _ principal: Principal) throws(ServiceError) {
        if let violation = principal.role.violation(of: discount) { throw .invalid([violation]) }
    }
}

/// One transaction that changes a line: the locks in the order of the house, then the rules.
private struct LineDesk {
    let orders: OrderRepository
    let products: ProductRepository
    let principal: Principal
    let operation: OperationID

    init(_ transaction: PostgresTransaction, _ principal: Principal, _ operation: OperationID) {
        (orders, products) = (OrderRepository(transaction), ProductRepository(transaction))
        (self.principal, self.operation) = (principal, operation)
    }

    /// Locks the order of a line, and reads the line as it is under the lock.
    func lock(_ id: Identifier<OrderLine>) async throws -> (OrderSummary, OrderLine) {
        guard let seen = try await orders.line(id), let order = try await orders.lock(seen.order),
            let line = try await orders.line(id)
        else { throw ServiceError.notFound(entity: "order line", id: id.value) }
        return (order, line)
    }

    /// The lines of an order are its customer's to settle: once it is paid, they stand.
    func requireOpen(_ order: OrderSummary) throws {
        if order.status != .placed { throw ServiceError.conflict(.orderClosed(order.status)) }
    }

    /// Checks stock and total, and writes the change.
    func write(
        _ change: OrderRepository.LineChange, of order: OrderSummary, _ product: Product, from old: Money,
        to new: Money?
    ) async throws -> OrderLine {
        if change.taken > product.stock {
            throw ServiceError.insufficientStock([
                Shortage(
                    product: product.id, sku: product.sku, name: product.name, wanted: change.taken,
                    available: product.stock)
            ])
        }
        guard let new, order.total - old + new <= .maximum else {
            throw ServiceError.invalid([
                Violation("quantity", "range", "The amounts are larger than the books can hold.")
            ])
        }
        let total = order.total - old + new
        let pieces = (change.pieces.old.map(String.init), change.pieces.new.map(String.init))
        let audit = AuditEntry(
            principal, operation,
            [
                .init(product.sku, pieces.0, pieces.1),
                .init("total", order.total.description, total.description),
            ])
        return try await orders.change(change, of: order, total: total, audit: audit)
    }
}

extension OrderRepository.LineChange {
    /// The pieces of the line before and after; none where there is no line.
    fileprivate var pieces: (old: Int?, new: Int?) {
        switch self {
        case .add(_, let quantity, _): (nil, quantity)
        case .set(let line, let quantity, _): (line.quantity, quantity)
        case .remove(let line): (line.quantity, nil)
        }
    }
}
