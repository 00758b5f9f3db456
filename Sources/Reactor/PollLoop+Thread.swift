import Glibc
import Synchronization

extension PollLoop {
    /// What one turn of the thread watches, kept from turn to turn so that a turn allocates nothing.
    fileprivate struct Turn {
        var jobs: [UnownedJob] = []
        var watched: [pollfd] = []
        var identifiers: [UInt64] = []
        /// Who waited for what has come, and who has waited long enough.
        var ready: [Waiter] = []
        var late: [Waiter] = []
        var timeoutMilliseconds: Int32 = -1
    }

    /// How often the queue is emptied before the descriptors are looked at.
    private static let rounds = 8

    func startThread() {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self).toOpaque()
        let status = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<PollLoop>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, context)
        precondition(status == 0, "The system has no thread left for the loop '\(name)'.")
        pthread_detach(thread)
    }

    private func run() {
        nameThread()
        state.withLock { $0.thread = pthread_self() }
        var turn = Turn()
        while true {
            runJobs(&turn)
            guard plan(&turn) else { return }
            sleep(&turn)
            resumeReady(&turn)
        }
    }

    /// Runs what is queued, and what that queues: most jobs lead to another one, which need not wait for a look at the
    /// descriptors.
    private func runJobs(_ turn: inout Turn) {
        for _ in 0..<Self.rounds {
            state.withLock { $0.takeJobs(leaving: &turn.jobs) }
            if turn.jobs.isEmpty { return }
            for job in turn.jobs { run(job) }
            turn.jobs.removeAll(keepingCapacity: true)
        }
    }

    /// Everything on this thread runs in turn, so that jobs of no actor may count as jobs of the loop's actors.
    private func run(_ job: UnownedJob) {
        if isPreferred {
            job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        } else {
            job.runSynchronously(on: asUnownedSerialExecutor())
        }
    }

    /// Lists what to watch and for how long; `false` means that the thread's life is over.
    private func plan(_ turn: inout Turn) -> Bool {
        turn.watched.removeAll(keepingCapacity: true)
        turn.identifiers.removeAll(keepingCapacity: true)
        turn.watched.append(pollfd(fd: wakePipe.reader, events: Int16(POLLIN), revents: 0))
        var orphans: [Waiter] = []
        let goesOn = state.withLock { state in
            if state.isStopping {
                orphans = Array(state.waiters.values)
                state.waiters.removeAll()
                if state.jobs.isEmpty && orphans.isEmpty {
                    (state.thread, state.isRunning) = (nil, false)
                    return false
                }
            }
            let deadline = watch(&state, in: &turn)
            state.isAsleep = state.jobs.isEmpty && orphans.isEmpty
            turn.timeoutMilliseconds = state.isAsleep ? deadline.map(milliseconds(until:)) ?? -1 : 0
            return true
        }
        for orphan in orphans { orphan.continuation.resume(throwing: CancellationError()) }
        return goesOn
    }

    /// Adds all waiters to `turn`.
    /// - Returns: the earliest deadline; one that has passed for a negative descriptor, which poll(2) would ignore.
    private func watch(_ state: inout State, in turn: inout Turn) -> ContinuousClock.Instant? {
        var earliest: ContinuousClock.Instant?
        for (id, waiter) in state.waiters {
            turn.identifiers.append(id)
            turn.watched.append(pollfd(fd: waiter.watch.descriptor, events: waiter.watch.events, revents: 0))
            let deadline = waiter.watch.descriptor < 0 ? ContinuousClock.now : waiter.watch.deadline
            if let deadline, deadline < earliest ?? deadline + .nanoseconds(1) { earliest = deadline }
        }
        return earliest
    }

    private func sleep(_ turn: inout Turn) {
        // A signal may end the sleep early; the next turn sleeps again.
        let count = poll(&turn.watched, nfds_t(turn.watched.count), turn.timeoutMilliseconds)
        state.withLock { $0.isAsleep = false }
        if count < 0 {
            for index in turn.watched.indices { turn.watched[index].revents = 0 }
        }
        if turn.watched[0].revents != 0 { wakePipe.drain() }
    }

    /// Resumes who waited for something that has come, and who has waited long enough.
    private func resumeReady(_ turn: inout Turn) {
        guard !turn.identifiers.isEmpty else { return }
        let now = ContinuousClock.now
        state.withLock { $0.takeFinished(of: &turn, at: now) }
        for waiter in turn.ready { waiter.continuation.resume() }
        for waiter in turn.late { waiter.continuation.resume(throwing: PollTimeout()) }
        turn.ready.removeAll(keepingCapacity: true)
        turn.late.removeAll(keepingCapacity: true)
    }

    /// Rounded up, so that the thread does not wake just before the deadline and spin.
    private func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let (seconds, attoseconds) = (deadline - .now).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    /// Glibc's module shows neither pthread_setname_np(3) nor prctl(2); the kernel takes the name from a file too.
    private func nameThread() {
        let descriptor = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        let bytes = Array(name.utf8.prefix(15))
        _ = write(descriptor, bytes, bytes.count)
        close(descriptor)
    }
}

extension PollLoop.State {
    fileprivate mutating func takeFinished(of turn: inout PollLoop.Turn, at now: ContinuousClock.Instant) {
        for (id, watched) in zip(turn.identifiers, turn.watched.dropFirst()) {
            guard let watch = waiters[id]?.watch else { continue }
            let isReady = watched.revents != 0 || watch.descriptor < 0
            guard isReady || watch.deadline.map({ $0 <= now }) ?? false else { continue }
            guard let waiter = waiters.removeValue(forKey: id) else { continue }
            if isReady { turn.ready.append(waiter) } else { turn.late.append(waiter) }
        }
    }
}
