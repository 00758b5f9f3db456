import Domain
import Postgres
import Repositories

/// Why many rows were refused together; nothing was written.
package struct RowRefusal: Error, Equatable, Sendable {
    /// The row that stands in the way, from 0; `nil` where it is none of them.
    package let row: Int?
    package let error: ServiceError
}

extension Operations {
    /// Writes rows one after the other in one transaction, all of them or none.
    func transact<New: Sendable, Value: Sendable>(
        _ operation: OperationID, as principal: Principal, rows: [New],
        _ write: @Sendable (New, PostgresTransaction) async throws -> Value
    ) async throws(RowRefusal) -> [Value] {
        // Where the first refusal came from; a repetition begins anew.
        var current: Int?
        do throws(ServiceError) {
            return try await transact(operation, as: principal) { transaction in
                var written: [Value] = []
                current = nil
                for (index, row) in rows.enumerated() {
                    current = index
                    written.append(try await write(row, transaction))
                }
                current = nil
                return written
            }
        } catch {
            throw RowRefusal(row: error.isOfRow ? current : nil, error: error)
        }
    }
}

extension ServiceError {
    /// Whether a row is to blame, rather than the database or whoever asks.
    fileprivate var isOfRow: Bool {
        switch self {
        case .invalid, .conflict, .unknownReference: true
        default: false
        }
    }
}
