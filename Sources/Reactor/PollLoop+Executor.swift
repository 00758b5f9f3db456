import Glibc
import Synchronization

extension PollLoop {
    /// Queues a job; it runs on the loop's thread, after the jobs before it.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let (mustWake, mustStart) = state.withLock { state in
            state.jobs.append(job)
            defer { state.isRunning = true }
            return (state.claimWake(), !state.isRunning)
        }
        if mustWake { wakePipe.wake() }
        if mustStart { startThread() }
    }

    /// Stops the program if the caller is not on the loop's thread.
    public func checkIsolated() {
        precondition(isOnLoopThread, "This code belongs to the thread of the loop '\(name)'.")
    }

    /// Whether the caller is on the loop's thread.
    public func isIsolatingCurrentContext() -> Bool? { isOnLoopThread }

    private var isOnLoopThread: Bool {
        let thread = state.withLock { $0.thread }
        return thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false
    }
}
