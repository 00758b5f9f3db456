package import Domain
import Repositories

/// The audit log: who did what.
package struct AuditService: Sendable {
    let operations: Operations

    init(_ operations: Operations) { self.operations = operations }

    /// A page of the log.
    package func list(
        _ request: AuditListRequest, as principal: Principal
    ) async throws(ServiceError) -> Page<AuditRecord> {
        try await operations.run(.listAudit, as: principal) { try await AuditRepository($0).list(request) }
    }
}
