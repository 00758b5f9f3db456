import Domain
package import Logging
package import Postgres
import Repositories
import Sodium
import Wording

/// What every service stands on: the database, the log, and the translation of failures into refusals.
package struct Operations: Sendable {
    package let pool: PostgresPool
    package let logger: Logger
    package let observations: Observations
    /// Whether everything is undone once its answer is known: a dry run.
    package let isRehearsal: Bool

    package init(
        pool: PostgresPool, logger: Logger, observations: Observations = Observations(), isRehearsal: Bool = false
    ) {
        (self.pool, self.logger, self.observations) = (pool, logger, observations)
        self.isRehearsal = isRehearsal
    }

    /// Runs a reading or single-statement operation.
    func run<Value: Sendable>(
        _ operation: OperationID, as principal: Principal, _ body: (any Session) async throws -> Value
    ) async throws(ServiceError) -> Value {
        try principal.require(operation)
        return try await retrying(operation) {
            isRehearsal ? try await rehearse { try await body($0) } : try await body(pool)
        }
    }

    /// Runs an operation of several statements between BEGIN and COMMIT.
    func transact<Value: Sendable>(
        _ operation: OperationID, as principal: Principal, _ body: (PostgresTransaction) async throws -> Value
    ) async throws(ServiceError) -> Value {
        try principal.require(operation)
        return try await retrying(operation) {
            isRehearsal ? try await rehearse(body) : try await pool.transaction(body)
        }
    }

    /// Runs `body` between BEGIN and ROLLBACK, and gives what it would have given.
    func rehearse<Value: Sendable>(_ body: (PostgresTransaction) async throws -> Value) async throws -> Value {
        do {
            return try await pool.transaction { transaction in
                throw Rehearsed(value: try await body(transaction))
            }
        } catch let end as Rehearsed<Value> {
            return end.value
        }
    }

    /// Repeats `body` where the table of retries allows it, and translates what is left.
    ///
    /// Only failures that certainly wrote nothing are repeated here. Placing an order repeats unknown outcomes
    /// too, because its key makes that safe.
    func retrying<Value: Sendable>(
        _ operation: OperationID, unknownOutcomes isSafe: Bool = false, _ body: () async throws -> Value
    ) async throws(ServiceError) -> Value {
        var attempt = 0
        let time = DatabaseTime.current
        let start = time == nil ? nil : ContinuousClock.now
        defer { if let start { time?.add(since: start) } }
        while true {
            do {
                return try await body()
            } catch let error as ServiceError {
                throw error
            } catch let error as PostgresError {
                attempt += 1
                guard let pause = RetryRule(error, isSafe: isSafe).pause(beforeAttempt: attempt) else {
                    throw refusal(error, operation)
                }
                logger.debug("retrying", metadata: ["operation": "\(operation)", "cause": "\(error)"])
                do { try await Task.sleep(for: pause) } catch { throw .unavailable }
            } catch is CancellationError {
                throw .unavailable
            } catch {
                throw defect(error, operation)
            }
        }
    }

    /// What a failure of the database means to the caller.
    func refusal(_ error: PostgresError, _ operation: OperationID) -> ServiceError {
        switch (error.kind, error.sqlState) {
        case (.server, .uniqueViolation?):
            if let conflict = Conflict(constraint: error.constraint) { return .conflict(conflict) }
        case (.server, .numericValueOutOfRange?):
            return .invalid([Violation("total", "range", "The amounts are larger than the books can hold.")])
        case (.server, .characterNotInRepertoire?), (.unencodable, _):
            return .invalid([Violation("", "encoding", "The text holds characters that can't be stored.")])
        case (.server, .deadlockDetected?), (.server, .serializationFailure?), (.server, .lockNotAvailable?):
            return .busy
        case (.server, let state?) where state.isUnavailability:
            return unavailable(error, operation)
        case (.connectFailed, _), (.connectionLost, _), (.deadlineExceeded, _), (.poolExhausted, _), (.closed, _):
            return unavailable(error, operation)
        default: break
        }
        return defect(error, operation)
    }

    private func unavailable(_ error: PostgresError, _ operation: OperationID) -> ServiceError {
        logger.warning("unavailable", metadata: ["operation": "\(operation)", "cause": "\(error)"])
        return .unavailable
    }

    /// Logs a failure of ours under a fresh reference, which is all that the caller is told.
    func defect(_ error: any Error, _ operation: OperationID) -> ServiceError {
        let reference = Hexadecimal.encode(Sodium.randomBytes(6))
        logger.error(
            "defect", metadata: ["operation": "\(operation)", "reference": "\(reference)", "cause": "\(error)"])
        return .defect(reference: reference)
    }
}

/// The end of a dry run: the transaction is left with an error, so that nothing of it stays.
private struct Rehearsed<Value: Sendable>: Error {
    let value: Value
}

extension Conflict {
    /// The conflict that a violated unique constraint stands for.
    init?(constraint: String?) {
        switch constraint {
        case "s_user_email_key": self = .emailTaken
        case "s_user_login_key": self = .loginTaken
        case "s_product_sku_key": self = .skuTaken
        case "s_product_barcode_key": self = .barcodeTaken
        default: return nil
        }
    }
}
