import Domain
import Postgres

extension Operations {
    /// Runs a data program and translates its failures.
    ///
    /// None is tried again: input can't be read twice.
    func program<Value>(
        _ operation: OperationID, as principal: Principal, _ body: () async throws -> Value
    ) async throws(DataError) -> Value {
        do throws(ServiceError) {
            try principal.require(operation)
        } catch {
            throw .refused(error)
        }
        do {
            return try await body()
        } catch let error as DataError {
            throw error
        } catch is CancellationError {
            throw .cancelled
        } catch let error as ServiceError {
            throw .refused(error)
        } catch let error as InvalidInput {
            throw .refused(.invalid(error.violations))
        } catch let error as PostgresError {
            throw .refused(refusal(error, operation))
        } catch {
            throw .refused(defect(error, operation))
        }
    }
}
