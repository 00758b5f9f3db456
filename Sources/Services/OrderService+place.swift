package import Domain
import Postgres
import Repositories
import Sodium

extension OrderService {
    /// Places an order: locks the products, checks prices and stock, takes the stock, claims the key, all or nothing.
    ///
    /// Orders that come while others are on their way may be placed together with them (see ``OrderWriter``); the
    /// answer is the same. Asking again with the same key is always safe, so that lost connections are followed by
    /// another try here: the key tells whether the order of the lost answer was written.
    /// - Returns: `.existing` if the key was used for the same order before; nothing is then changed.
    /// - Throws: ``ServiceError/insufficientStock(_:)`` naming every short line, ``ServiceError/priceChanged(_:)``,
    ///   ``ServiceError/unknownReference(field:id:)``, ``ServiceError/idempotencyKeyReused(_:)``,
    ///   ``ServiceError/invalid(_:)`` with each discount that is more than the principal may give.
    package func place(_ request: PlaceOrder, as principal: Principal) async throws(ServiceError) -> Placement {
        do throws(ServiceError) {
            let placement = try await placeUnobserved(request, as: principal)
            switch placement {
            case .created: operations.observations.note(.orderPlaced)
            case .existing: operations.observations.note(.orderReplayed)
            }
            return placement
        } catch {
            if case .insufficientStock = error { operations.observations.note(.oversellPrevented) }
            throw error
        }
    }

    private func placeUnobserved(
        _ request: PlaceOrder, as principal: Principal
    ) async throws(ServiceError) -> Placement {
        // To a customer nobody else is a customer: an order for another names somebody who is not there.
        if let owner = try principal.owner(in: .placeOrder), owner != request.user {
            throw .unknownReference(field: "userId", id: request.user.value)
        }
        try principal.requireDiscounts(of: request)
        let order = OrderToPlace(request, fingerprint: request.fingerprint, by: principal)
        if operations.isRehearsal {
            return try await operations.transact(.placeOrder, as: principal) { try await placeOnce(order, in: $0) }
        }
        switch try await writer.turn(for: order) {
        case .alone(let lane):
            defer { writer.leave(lane) }
            return try await placeAlone(order)
        case .together(let outcome):
            return try await operations.retrying(.placeOrder) { try await placement(outcome, request) }
        }
    }

    private func placeAlone(_ order: OrderToPlace) async throws(ServiceError) -> Placement {
        try await operations.retrying(.placeOrder, unknownOutcomes: true) {
            do {
                return try await placeOnce(order, in: operations.pool)
            } catch let error as PostgresError where error.constraint == "s_product_stock_check" {
                throw try await oversold(error, order.request)
            }
        }
    }

    private func placeOnce(_ order: OrderToPlace, in session: any Session) async throws -> Placement {
        let orders = OrderRepository(session)
        let outcome = try await orders.place(
            order.request, fingerprint: order.fingerprint, audit: AuditEntry(order.principal, .placeOrder))
        return try await placement(outcome, order, orders)
    }

    private func placement(
        _ outcome: OrderRepository.PlaceOutcome?, _ order: OrderToPlace, _ orders: OrderRepository
    ) async throws -> Placement {
        switch outcome {
        case .placed?, .known?: break
        case .unknownCustomer?, .refused?, nil:
            // Another request with this key may have ended while ours waited for its locks: then its order is the
            // answer, and not the shortage that it left behind.
            let known = try await orders.known(order.request.key, fingerprint: order.fingerprint, by: order.principal)
            if let (id, matches) = known { return try await existing(id, matches) }
        }
        guard let outcome else { throw ServiceError.busy }
        return try await placement(outcome, order.request)
    }

    /// What an outcome that needs no second look means to the caller.
    private func placement(
        _ outcome: OrderRepository.PlaceOutcome, _ request: PlaceOrder
    ) async throws -> Placement {
        switch outcome {
        case .placed(let order): return .created(order)
        case .known(let id, let matches): return try await existing(id, matches)
        case .unknownCustomer: throw ServiceError.unknownReference(field: "userId", id: request.user.value)
        case .refused(let problems): throw Self.refusal(problems)
        }
    }

    private func existing(_ id: Identifier<Order>, _ matches: Bool) async throws -> Placement {
        guard matches else { throw ServiceError.idempotencyKeyReused(id) }
        guard let order = try await OrderRepository(operations.pool).find(id) else { throw MissingRow() }
        return .existing(order)
    }

    private static func refusal(_ problems: [PlaceProblem]) -> ServiceError {
        if let gone = problems.first(where: \.isGone) {
            return .unknownReference(field: "items/\(gone.index)/productId", id: gone.product.value)
        }
        let shortages = problems.compactMap(\.shortage)
        return shortages.isEmpty ? .priceChanged(problems.compactMap(\.priceChange)) : .insufficientStock(shortages)
    }

    /// The last line of defence held: the locks should have, so this is logged as a defect, and told as a shortage.
    private func oversold(_ error: PostgresError, _ request: PlaceOrder) async throws -> ServiceError {
        _ = operations.defect(error, .placeOrder)
        let products = try await ProductRepository(operations.pool).list(ids: request.lines.map(\.product))
        let stocks = Dictionary(uniqueKeysWithValues: products.map { ($0.id, $0) })
        let shortages = request.lines.compactMap { line in
            stocks[line.product].flatMap { product in
                product.stock >= line.quantity
                    ? nil
                    : Shortage(
                        product: product.id, sku: product.sku, name: product.name, wanted: line.quantity,
                        available: product.stock)
            }
        }
        return shortages.isEmpty ? .busy : .insufficientStock(shortages)
    }
}

extension PlaceOrder {
    /// SHA-256 of what the order means: customer, products, quantities, told prices, discounts and note, in a fixed
    /// order.
    ///
    /// A line without a discount is written as before there were any, so that keys of that time keep their meaning.
    package var fingerprint: [UInt8] {
        let items = lines.sorted { $0.product < $1.product }
            .map { line in
                let discount = line.discount == .zero ? "" : ":\(line.discount.basisPoints)"
                return "\(line.product):\(line.quantity):\(line.price?.description ?? "")\(discount)"
            }
        return SHA256.hash(Array("1|\(user)|\(items.joined(separator: ","))|\(note ?? "")".utf8))
    }
}
