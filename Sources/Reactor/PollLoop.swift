import Glibc
import Synchronization

/// One thread that sleeps in poll(2): a serial executor and a source of descriptor readiness at once.
///
/// An actor whose `unownedExecutor` is a `PollLoop` runs on that thread only, which is what ncurses and libpq
/// ask of their callers. `try await loop.wait(for: descriptor, events: …)` suspends it until the descriptor is
/// ready, and the thread goes on with other jobs meanwhile. The loop watches descriptors, it never owns them.
///
/// A task that has waited is resumed on Swift's pool, and goes on to its actor from there. A task that prefers the loop
/// (`withTaskExecutorPreference`) is resumed on the loop's thread, which then answers an event without waking another.
///
/// The thread keeps the loop alive until ``stop()``. Stop it last: when no actor that lives on it has work left.
public final class PollLoop: SerialExecutor, TaskExecutor {
    /// The name of the thread, as debuggers and `top -H` show it (its first 15 bytes).
    public let name: String

    let state = Mutex(State())
    let wakePipe = WakePipe()
    let isPreferred: Bool

    /// Starts the thread.
    ///
    /// It runs until ``stop()``.
    /// - Parameters:
    ///   - name: the name of the thread.
    ///   - isPreferred: whether tasks prefer this loop; others take a turn more of it where they call within an actor.
    public init(name: String, isPreferred: Bool = false) {
        self.name = name
        self.isPreferred = isPreferred
        state.withLock { $0.isRunning = true }
        startThread()
    }

    /// Ends the thread once the queued jobs have run; whoever waits for a descriptor gets a `CancellationError`.
    ///
    /// A job that is enqueued later is not lost: it brings a thread back for as long as it takes.
    public func stop() {
        let mustWake = state.withLock { state in
            state.isStopping = true
            return state.claimWake()
        }
        if mustWake { wakePipe.wake() }
    }

    /// Suspends until `descriptor` reports one of `events`, an error, or a hang-up.
    ///
    /// It may also return early (see ``resumeWaiters(of:)``), so callers look again and wait again. A descriptor
    /// that is closed or negative counts as ready: whoever uses it next meets the error.
    /// - Parameters:
    ///   - descriptor: the descriptor to watch; it stays the caller's.
    ///   - events: `POLLIN`, `POLLOUT`, or both.
    ///   - deadline: when to give up; `nil` waits for ever.
    ///   - isolation: the actor that waits, so that it neither leaves its thread nor lets others in before it waits.
    /// - Throws: ``PollTimeout`` once `deadline` has passed; `CancellationError` when the task is cancelled or the
    ///   loop stops.
    public func wait(
        for descriptor: Int32, events: Int32, until deadline: ContinuousClock.Instant? = nil,
        isolation: isolated (any Actor)? = #isolation
    ) async throws {
        let id = state.withLock { $0.nextIdentifier() }
        let watch = Watch(descriptor: descriptor, events: Int16(truncatingIfNeeded: events), deadline)
        try await withTaskCancellationHandler {
            try await suspend(id, watch, isolation: isolation)
        } onCancel: {
            cancel(id)
        }
    }

    /// As ``wait(for:events:until:isolation:)``, but the cancellation of the task does not end the wait.
    ///
    /// This is for what must be finished although nobody wants the result any more, such as a rollback.
    public func waitThroughCancellation(
        for descriptor: Int32, events: Int32, until deadline: ContinuousClock.Instant,
        isolation: isolated (any Actor)? = #isolation
    ) async throws {
        let id = state.withLock { $0.nextIdentifier() }
        let watch = Watch(descriptor: descriptor, events: Int16(truncatingIfNeeded: events), deadline)
        try await withCheckedThrowingContinuation { register(Waiter(watch, continuation: $0), as: id) }
    }

    /// Resumes everyone who waits for `descriptor`, as if it were ready.
    ///
    /// Call it before closing a descriptor that another task may be waiting for: poll(2) does not notice.
    public func resumeWaiters(of descriptor: Int32) {
        let waiters = state.withLock { $0.takeWaiters(of: descriptor) }
        for waiter in waiters { waiter.continuation.resume() }
    }

    /// The isolation is a parameter because a closure in a function that merely runs where its caller runs would
    /// itself run elsewhere.
    private func suspend(_ id: UInt64, _ watch: Watch, isolation: isolated (any Actor)?) async throws {
        try await withCheckedThrowingContinuation { continuation in
            register(Waiter(watch, continuation: continuation), as: id)
            // The handler may have run before there was a waiter to cancel.
            if Task.isCancelled { cancel(id) }
        }
    }

    private func register(_ waiter: Waiter, as id: UInt64) {
        let (isAccepted, mustWake) = state.withLock { state in
            guard !state.isStopping else { return (false, false) }
            state.waiters[id] = waiter
            return (true, state.claimWake())
        }
        if !isAccepted { waiter.continuation.resume(throwing: CancellationError()) }
        if mustWake { wakePipe.wake() }
    }

    private func cancel(_ id: UInt64) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
        waiter?.continuation.resume(throwing: CancellationError())
    }
}
