import Dispatch
import Sodium
import Synchronization

/// Computes hashes of passwords on threads of its own, two at a time: each takes 19 MiB and some twenty milliseconds,
/// which neither an event loop nor the machine should be made to pay for everybody at once.
///
/// At most ``maximumWaiting`` callers wait for their turn; further ones are refused.
package final class PasswordHasher: Sendable {
    private struct State {
        var running = 0
        /// Who waits for a turn; `false` says that there are too many.
        var waiting: [CheckedContinuation<Bool, Never>] = []
    }

    private static let maximumRunning = 2
    private static let maximumWaiting = 32

    private let cost: PasswordHash.Cost
    private let queue = DispatchQueue(label: "passwords", attributes: .concurrent)
    private let state = Mutex(State())

    init(cost: PasswordHash.Cost = .standard) { self.cost = cost }

    /// The hash of a password.
    /// - Throws: ``ServiceError/busy`` if too many wait already, or there is no memory.
    func hash(_ password: [UInt8]) async throws(ServiceError) -> String {
        let hash = try await run { [cost] in PasswordHash.hash(password, cost: cost) }
        guard let hash else { throw .busy }
        return hash
    }

    /// Whether a password is the one behind a hash; where there is none, that takes as long, and is never so.
    /// - Throws: ``ServiceError/busy`` if too many wait already.
    func verify(_ password: [UInt8], _ hash: String?) async throws(ServiceError) -> Bool {
        let isRight = try await run { PasswordHash.verify(password, hash ?? Self.nobodys) }
        return isRight && hash != nil
    }

    /// Whether a hash should be made anew.
    func needsRehash(_ hash: String) -> Bool { PasswordHash.needsRehash(hash, cost: cost) }

    /// A hash at the standard cost of a password that nobody knows.
    static let nobodys =
        "$argon2id$v=19$m=19456,t=2,p=1$iFUXA9G343JQ3wc+8tQlcg$EPOZaeaVhE+58cot91dq+uQt5OKt6x3R+q1e8NiepEA"

    private func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws(ServiceError) -> Value {
        guard await enter() else { throw .busy }
        defer { leave() }
        return await withCheckedContinuation { caller in
            queue.async { caller.resume(returning: work()) }
        }
    }

    private func enter() async -> Bool {
        await withCheckedContinuation { caller in
            let answer = state.withLock { state -> Bool? in
                if state.running < Self.maximumRunning {
                    state.running += 1
                    return true
                }
                guard state.waiting.count < Self.maximumWaiting else { return false }
                state.waiting.append(caller)
                return nil
            }
            if let answer { caller.resume(returning: answer) }
        }
    }

    /// Hands the turn to the next, who counts as running already.
    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            if state.waiting.isEmpty {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: true)
    }
}
