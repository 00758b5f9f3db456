import Services
import Synchronization

/// Works an answer out once for all who ask the same before anything was read for it.
///
/// Who asks first leads: works the answer out. Who asks the same before the leader's first statement is sent follows,
/// and gets that answer; it is as fresh as one of their own. With connections to spare the statement is sent at once,
/// and nobody follows anybody; when many want the same at the same time, as a list that has just changed before all
/// eyes, the database is asked once. Nothing is kept behind the answer.
final class SharedAnswers<Answer: Sendable>: Sendable {
    private typealias Follower = CheckedContinuation<Outcome, Never>

    private enum Outcome: Sendable {
        case answered(Answer)
        case failed(any Error)
        /// Whoever was to work it out has begun already, or will not: ask again.
        case abandoned
    }

    private struct State {
        /// The leaders who may still be followed.
        var leaders: [Question: UInt64] = [:]
        /// Those who follow, by leader and by their own number.
        var followers: [UInt64: [UInt64: Follower]] = [:]
        var lastID: UInt64 = 0

        mutating func nextID() -> UInt64 {
            lastID += 1
            return lastID
        }

        /// Lets nobody follow this leader any more.
        mutating func depart(_ id: UInt64, _ question: Question) {
            if leaders[question] == id { leaders[question] = nil }
        }
    }

    private let state = Mutex(State())

    /// How many wait for what others work out.
    var followerCount: Int { state.withLock { state in state.followers.values.reduce(0) { $0 + $1.count } } }

    /// The answer, worked out by this caller or by another one who asked the same.
    ///
    /// - Throws: what `work` throws, whoever ran it; `CancellationError` where this caller was cancelled.
    func answer(_ question: Question, _ work: () async throws -> Answer) async throws -> Answer {
        while true {
            let (leader, leads) = place(for: question)
            if leads { return try await lead(leader, question, work) }
            switch await follow(leader, question) {
            case .answered(let answer): return answer
            case .failed(let error): throw error
            case .abandoned: try Task.checkCancellation()
            }
        }
    }

    /// The number of whoever leads, and whether that is this caller.
    private func place(for question: Question) -> (leader: UInt64, leads: Bool) {
        state.withLock { state in
            if let leader = state.leaders[question] { return (leader, false) }
            let id = state.nextID()
            state.leaders[question] = id
            return (id, true)
        }
    }

    private func lead(
        _ id: UInt64, _ question: Question, _ work: () async throws -> Answer
    ) async throws -> Answer {
        do {
            let answer = try await Reading.run(
                beforeStatements: { [self] in state.withLock { $0.depart(id, question) } }, work)
            end(id, question, .answered(answer))
            return answer
        } catch {
            // That it was cancelled is the leader's own affair; all other failures are everybody's.
            end(id, question, Task.isCancelled ? .abandoned : .failed(error))
            throw error
        }
    }

    private func end(_ id: UInt64, _ question: Question, _ outcome: Outcome) {
        let followers = state.withLock { state in
            state.depart(id, question)
            return state.followers.removeValue(forKey: id)
        }
        for follower in (followers ?? [:]).values { follower.resume(returning: outcome) }
    }

    private func follow(_ leader: UInt64, _ question: Question) async -> Outcome {
        let id = state.withLock { $0.nextID() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let follows = state.withLock { state in
                    guard state.leaders[question] == leader else { return false }
                    state.followers[leader, default: [:]][id] = continuation
                    return true
                }
                guard follows else { return continuation.resume(returning: .abandoned) }
                // A cancellation from before the line above has found nobody to let go.
                if Task.isCancelled { letGo(id, of: leader) }
            }
        } onCancel: {
            letGo(id, of: leader)
        }
    }

    private func letGo(_ id: UInt64, of leader: UInt64) {
        state.withLock { $0.followers[leader]?.removeValue(forKey: id) }?.resume(returning: .abandoned)
    }
}
