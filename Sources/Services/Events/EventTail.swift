import Domain
import Logging
import Repositories

/// The latest events, read once for all followers of the program.
///
/// As long as somebody follows, one task reads what is new: when it is woken, and now and then by itself. The last
/// ``capacity`` events are held; who is further behind reads from the outbox, page by page.
actor EventTail {
    /// Some events behind each other, and the place up to which they reach.
    struct Batch: Sendable {
        let events: [ShopEvent]
        let end: EventPosition
    }

    static let capacity = 1024
    static let page = 256
    /// The longest pause between two looks while somebody follows.
    static let pause = Duration.seconds(1)
    /// The first pause while an older transaction holds events back; the pauses grow.
    private static let pendingPause = Duration.milliseconds(10)
    /// How long nobody has to ask for news until the reading ends.
    private static let patience = Duration.seconds(90)

    private struct Waiter {
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Void, Never>
    }

    private let operations: Operations
    private var events: [ShopEvent] = []
    /// All events between these two are held; nil while nobody reads.
    private var held: (start: EventPosition, end: EventPosition)?
    private var waiters: [UInt64: Waiter] = [:]
    private var lastWaiter: UInt64 = 0
    private var isReading = false
    private var isWoken = false
    private var sleeper: Task<Void, Never>?
    private var lastAsked = ContinuousClock.now

    init(_ operations: Operations) { self.operations = operations }

    /// Looks for news at once, if anybody follows.
    func wake() {
        isWoken = true
        sleeper?.cancel()
    }

    /// What comes behind a position, as soon as there is anything; nothing once the time is over or the task is
    /// cancelled.
    func batch(
        after position: EventPosition, until deadline: ContinuousClock.Instant
    ) async throws(ServiceError) -> Batch {
        lastAsked = .now
        startReading()
        while true {
            if let held {
                if position < held.start { return try await stored(after: position, before: held.start) }
                let batch = heldBatch(after: position, held.end)
                if batch.end > position { return batch }
            }
            if ContinuousClock.now >= deadline || Task.isCancelled { return Batch(events: [], end: position) }
            await waitForNews(until: deadline)
        }
    }

    /// The events behind a position that has fallen out of what is held.
    private func stored(
        after position: EventPosition, before start: EventPosition
    ) async throws(ServiceError) -> Batch {
        let (extent, rows) = try await operations.retrying(.followEvents) {
            let repository = EventRepository(operations.pool)
            let rows = try await repository.events(after: position, limit: Self.page)
            // Looked at afterwards: what was deleted before the rows were read is behind the horizon now.
            return (try await repository.extent(), rows)
        }
        guard extent.reaches(position) else { throw .eventsExpired }
        return Batch(events: rows.compactMap(\.event), end: rows.last?.position ?? start)
    }

    private func heldBatch(after position: EventPosition, _ end: EventPosition) -> Batch {
        // Binary search: the events are in the order of their positions.
        var (low, high) = (0, events.count)
        while low < high {
            let middle = (low + high) / 2
            if events[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        let batch = events[low...].prefix(Self.page)
        let isLast = low + batch.count == events.count
        return Batch(events: Array(batch), end: isLast ? max(position, end) : batch[batch.endIndex - 1].position)
    }

    private func waitForNews(until deadline: ContinuousClock.Instant) async {
        lastWaiter += 1
        let id = lastWaiter
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled { return continuation.resume() }
                waiters[id] = Waiter(deadline: deadline, continuation: continuation)
            }
        } onCancel: {
            Task { await self.dismiss(id) }
        }
        lastAsked = .now
    }

    private func dismiss(_ id: UInt64) { waiters.removeValue(forKey: id)?.continuation.resume() }

    private func startReading() {
        guard !isReading else { return }
        isReading = true
        Task { await read() }
    }

    /// Reads what is new until nobody has asked for a while.
    private func read() async {
        var pending = Self.pendingPause
        while !waiters.isEmpty || ContinuousClock.now < lastAsked + Self.patience {
            isWoken = false
            var pause = Self.pause
            do {
                if try await readPage() {
                    (pause, pending) = (pending, min(pending * 2, Self.pause))
                } else {
                    pending = Self.pendingPause
                }
            } catch {
                operations.logger.debug("events are not read", metadata: ["cause": "\(error)"])
            }
            let now = ContinuousClock.now
            for (id, waiter) in waiters where waiter.deadline <= now { dismiss(id) }
            await sleep(pause)
        }
        (events, held, isReading) = ([], nil, false)
    }

    /// Takes in what is new.
    /// - Returns: whether more is known to come.
    private func readPage() async throws -> Bool {
        let repository = EventRepository(operations.pool)
        let end: EventPosition
        if let held {
            end = held.end
        } else {
            end = try await repository.extent().end
            held = (end, end)
            // Whoever is further behind has to read from the outbox.
            tellWaiters()
        }
        let rows = try await repository.events(after: end, limit: Self.page)
        if let last = rows.last { append(rows.compactMap(\.event), end: last.position) }
        if rows.count == Self.page { return true }
        return try await repository.extent().hasPending
    }

    private func append(_ new: [ShopEvent], end: EventPosition) {
        events += new
        held?.end = end
        if events.count > Self.capacity {
            // Half of them at a time, so that the rest is not moved for each event.
            let dropped = events.count - Self.capacity / 2
            held?.start = events[dropped - 1].position
            events.removeFirst(dropped)
        }
        tellWaiters()
    }

    private func tellWaiters() {
        let woken = waiters
        waiters.removeAll()
        for waiter in woken.values { waiter.continuation.resume() }
    }

    private func sleep(_ pause: Duration) async {
        guard !isWoken else { return }
        // Waking cancels the sleep.
        let sleeper = Task { _ = try? await Task.sleep(for: pause) }
        self.sleeper = sleeper
        await sleeper.value
        self.sleeper = nil
    }
}
