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
        var request = request
        request.filter.actor = try principal.owner(in: .listAudit)
        return try await operations.run(.listAudit, as: principal) { [request] in
            try await AuditRepository($0).list(request)
        }
    }

    /// How many rows of the log a list has on all its pages; `nil` where counting takes too long.
    package func count(
        _ filter: AuditFilter, _ precision: CountPrecision, as principal: Principal
    ) async throws(ServiceError) -> Int? {
        var filter = filter
        filter.actor = try principal.owner(in: .listAudit)
        return try await operations.run(.listAudit, as: principal) { [filter] _ in
            try await CountRepository(operations.pool).count(filter, precision)
        }
    }
}
