package import Domain
import Repositories
import Wording

/// The operations on stock.
package struct StockService: Sendable {
    let operations: Operations

    init(_ operations: Operations) { self.operations = operations }

    /// Receives goods, or corrects the count, which is another permission; the ledger and the audit log say so.
    /// - Throws: ``ServiceError/insufficientStock(_:)`` if more would be taken than there is.
    package func adjust(
        _ adjustment: StockAdjustment, as principal: Principal
    ) async throws(ServiceError) -> Product {
        let operation: OperationID = adjustment.reason == .receipt ? .adjustStock : .correctStock
        let change = AuditEntry.Change("stock", nil, "\(adjustment.delta > 0 ? "+" : "")\(adjustment.delta)")
        let result = try await operations.run(operation, as: principal) {
            try await StockRepository($0)
                .adjust(adjustment, audit: AuditEntry(principal, operation, [change]))
        }
        guard let (isChanged, product) = result else {
            throw .notFound(entity: "product", id: adjustment.product.value)
        }
        if isChanged { return product }
        guard adjustment.delta < 0 else {
            throw .invalid([Violation("delta", "range", "Stock would pass \(Stock.range.upperBound).")])
        }
        throw .insufficientStock([
            Shortage(
                product: product.id, sku: product.sku, name: product.name, wanted: -adjustment.delta,
                available: product.stock)
        ])
    }

    /// How many rows of the ledger a list has on all its pages; `nil` where counting takes too long.
    package func count(
        _ filter: StockMoveFilter, _ precision: CountPrecision, as principal: Principal
    ) async throws(ServiceError) -> Int? {
        try await operations.run(.listStockMoves, as: principal) { _ in
            try await CountRepository(operations.pool).count(filter, precision)
        }
    }

    /// A page of the ledger.
    package func moves(
        _ request: StockMoveListRequest, as principal: Principal
    ) async throws(ServiceError) -> Page<StockMove> {
        try await operations.run(.listStockMoves, as: principal) { try await StockRepository($0).moves(request) }
    }
}
