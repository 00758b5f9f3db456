package import Domain
import Postgres
import Repositories
import Wording

/// Proves the books.
package struct VerifyService: Sendable {
    let operations: Operations

    package init(_ operations: Operations) { self.operations = operations }

    /// Checks every rule of ``BookRule`` on one snapshot of the database, and changes nothing.
    ///
    /// Others can work meanwhile. `progress` is told what is being checked.
    package func run(
        as principal: Principal, progress: @escaping (DataProgress) -> Void = { _ in }
    ) async throws(DataError) -> VerifyReport {
        try await operations.program(.verifyBooks, as: principal) {
            var meter = ProgressMeter(progress)
            let begin: SQL = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            return try await operations.pool.transaction(begin: begin) { transaction in
                let books = VerifyRepository(DataSession(transaction))
                try await books.prepare()
                meter.begin("stock and ledger")
                var checks = try await books.checkStock()
                meter.begin("orders and lines")
                checks += try await books.checkOrders()
                meter.begin("lines and ledger")
                checks += try await books.checkSales()
                meter.begin("keys and audit log")
                checks += try await books.checkKeys()
                return VerifyReport(checks: checks, elapsed: meter.elapsed)
            }
        }
    }
}

/// What came out of a verification.
package struct VerifyReport: Sendable, Hashable {
    /// One for each rule, in the order of ``BookRule``.
    package let checks: [BookCheck]
    package let elapsed: Duration

    /// Whether every rule holds.
    package var isClean: Bool { checks.allSatisfy { $0.faults == 0 } }
}
