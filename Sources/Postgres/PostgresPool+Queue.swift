extension PostgresPool {
    /// Waits to be the first in line when a connection comes back.
    func standInLine() async throws -> Grant {
        guard waiters.count < limits.queue else {
            throw exhausted("\(limits.queue) callers wait for a connection already")
        }
        lastWaiter += 1
        let id = lastWaiter
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard !Task.isCancelled else {
                    continuation.resume(throwing: CancellationError())
                    return
                }
                waiters.append(Waiter(id: id, deadline: .now + limits.wait, continuation: continuation))
                startTimer()
            }
        } onCancel: {
            Task { await self.leaveLine(id) }
        }
    }

    private func leaveLine(_ id: UInt64) {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
        waiters.remove(at: index).continuation.resume(throwing: CancellationError())
    }

    /// One timer serves the line: all wait equally long, so that the first in line is the first to give up.
    private func startTimer() {
        guard !isTimerRunning else { return }
        isTimerRunning = true
        Task { await runTimer() }
    }

    private func runTimer() async {
        while let first = waiters.first {
            try? await Task.sleep(until: first.deadline, clock: .continuous)
            let now = ContinuousClock.now
            while let waiter = waiters.first, waiter.deadline <= now {
                waiters.removeFirst()
                waiter.continuation.resume(throwing: exhausted("no connection came free within \(limits.wait)"))
            }
        }
        isTimerRunning = false
    }

    private func exhausted(_ reason: String) -> PostgresError {
        var error = PostgresError(.poolExhausted, "The pool is exhausted: \(reason).")
        // All connections being taken may be no overload at all, but a server that can't be reached.
        error.detail = connectFailure.map { "The latest attempt to connect failed: \($0.message)" }
        return error
    }
}
