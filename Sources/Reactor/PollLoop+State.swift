import Glibc

extension PollLoop {
    /// What somebody waits for.
    struct Watch: Sendable {
        let descriptor: Int32
        let events: Int16
        let deadline: ContinuousClock.Instant?

        init(descriptor: Int32, events: Int16, _ deadline: ContinuousClock.Instant?) {
            (self.descriptor, self.events, self.deadline) = (descriptor, events, deadline)
        }
    }

    /// Somebody who waits.
    struct Waiter: Sendable {
        let watch: Watch
        let continuation: CheckedContinuation<Void, any Error>

        init(_ watch: Watch, continuation: CheckedContinuation<Void, any Error>) {
            (self.watch, self.continuation) = (watch, continuation)
        }
    }

    /// What the thread and its callers share.
    struct State {
        var jobs: [UnownedJob] = []
        var waiters: [UInt64: Waiter] = [:]
        /// The thread's handle, `nil` while none runs jobs.
        var thread: pthread_t?
        /// Whether there is a thread, or one is being started.
        var isRunning = false
        /// Whether the thread is, or is about to be, in poll(2) with nothing to do: a change must wake it.
        var isAsleep = false
        var isStopping = false
        private var lastIdentifier: UInt64 = 0

        mutating func nextIdentifier() -> UInt64 {
            lastIdentifier += 1
            return lastIdentifier
        }

        /// Whether the caller must wake the thread; of several callers, one gets `true`.
        mutating func claimWake() -> Bool {
            defer { isAsleep = false }
            return isAsleep
        }

        /// Takes all jobs, leaving `empty` in their place.
        mutating func takeJobs(leaving empty: inout [UnownedJob]) { swap(&jobs, &empty) }

        mutating func takeWaiters(of descriptor: Int32) -> [Waiter] {
            let ids = waiters.filter { $0.value.watch.descriptor == descriptor }.keys
            return ids.compactMap { waiters.removeValue(forKey: $0) }
        }
    }
}
