import Synchronization

/// Cancels work that takes too long, with one timer for all of it: a timer for each request would cost more than many a
/// request.
final class DeadlineClock: Sendable {
    private struct Entry {
        let deadline: ContinuousClock.Instant
        let cancel: @Sendable () -> Void
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var late: Set<UInt64> = []
        var lastID: UInt64 = 0
        var isTicking = false
    }

    /// How exact it is.
    private let tick: Duration
    private let state = Mutex(State())

    init(tick: Duration = .milliseconds(100)) { self.tick = tick }

    /// Runs `body` on an executor, and cancels it when it takes longer than `limit`.
    ///
    /// - Throws: `late` when the time is over, once `body` has answered its cancellation; what `body` throws.
    func run<Value: Sendable>(
        _ limit: Duration, on executor: any TaskExecutor, otherwise late: @autoclosure () -> Problem,
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Begun at once: a task that had to wait for its turn would cost the thread a round more.
        let task = Task.immediate(executorPreference: executor) { try await body() }
        let id = add(Entry(deadline: .now + limit) { task.cancel() })
        let result = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        if remove(id), case .failure = result { throw late() }
        return try result.get()
    }

    private func add(_ entry: Entry) -> UInt64 {
        let (id, mustTick) = state.withLock { state in
            state.lastID += 1
            state.entries[state.lastID] = entry
            defer { state.isTicking = true }
            return (state.lastID, !state.isTicking)
        }
        if mustTick { Task { await self.keepTime() } }
        return id
    }

    /// Ends the watch over some work.
    /// - Returns: whether its time was over.
    private func remove(_ id: UInt64) -> Bool {
        state.withLock { state in
            state.entries[id] = nil
            return state.late.remove(id) != nil
        }
    }

    /// Looks at the clock until nothing is watched any more.
    private func keepTime() async {
        repeat {
            try? await Task.sleep(for: tick)
            let now = ContinuousClock.now
            let late = state.withLock { state in
                let late = state.entries.filter { $0.value.deadline <= now }
                for id in late.keys { state.entries[id] = nil }
                state.late.formUnion(late.keys)
                return late
            }
            for entry in late.values { entry.cancel() }
        } while !isDone()
    }

    private func isDone() -> Bool {
        state.withLock { state in
            // Whoever comes after this look starts the clock again.
            state.isTicking = !state.entries.isEmpty
            return !state.isTicking
        }
    }
}
