package import Domain
package import Services
import Synchronization

/// The services, and who asks them.
package struct ServiceDesk: Sendable {
    package let services: ServiceCatalog
    package let principal: Principal
    /// Where the drafts of orders are kept.
    package let journal: DraftJournal

    package init(services: ServiceCatalog, principal: Principal, journal: DraftJournal) {
        (self.services, self.principal, self.journal) = (services, principal, journal)
    }

    /// The same desk with its principal as the database knows them now; with nobody, if the login has ended.
    func renewed() async -> ServiceDesk {
        do throws(ServiceError) {
            let principal = try await services.auth.renewed(principal)
            return ServiceDesk(services: services, principal: principal, journal: journal)
        } catch .invalidToken {
            return ServiceDesk(services: services, principal: .nobody(through: principal.source), journal: journal)
        } catch {
            // What is asked next will say for itself that the database is away.
            return self
        }
    }
}

/// Holds the services from the moment that there are any; effects that come before wait for them.
///
/// The first picture is painted, and the first keys are taken, long before the database is up.
package final class ServiceBox: Sendable {
    private struct State {
        var desk: ServiceDesk?
        var waiting: [Int: CheckedContinuation<ServiceDesk, any Error>] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Puts the services in, and lets everybody go on who waits for them; later ones replace earlier ones.
    package func provide(_ desk: ServiceDesk) {
        let waiting = state.withLock { state in
            state.desk = desk
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume(returning: desk) }
    }

    /// The services, as soon as there are any.
    /// - Throws: `CancellationError`.
    package func desk() async throws -> ServiceDesk {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<ServiceDesk, any Error>? = state.withLock { state in
                    // What is there is given even at the end, so that the last effect, a draft to be kept, is done.
                    if let desk = state.desk { return .success(desk) }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    state.waiting[number] = continuation
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let waiting = state.withLock { $0.waiting.removeValue(forKey: number) }
            waiting?.resume(throwing: CancellationError())
        }
    }
}
