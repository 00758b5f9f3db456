import Domain
import Logging
import Postgres
import Repositories
import Synchronization

/// Places the orders that come while others are on their way together, in one transaction.
///
/// An order that comes when few are on their way is placed alone by one statement, at once. While as many as
/// ``Limits/direct`` are on their way, or a group is, further orders queue; what has queued when they end becomes a
/// group, placed by ``OrderRepository/placeTogether(_:waiting:in:)``. Nobody waits for a group to fill: its size is
/// what came meanwhile. A caller is answered after the COMMIT of its group, never before.
///
/// When as many wait as are on their way in a group, those that want none of its goods become a second group beside it
/// (``Limits/groups``): neither ever waits for a lock of the other, and both cores have work. Whoever wants some of
/// those goods waits for them, and is overtaken by nobody who wants some of the same.
///
/// **Failure.** A group that fails is rolled back, and each of its orders is placed alone, with its own retries; the
/// key tells those whose group was committed although the answer was lost. Where not even a connection was to be
/// had, all are told that at once.
///
/// **Locks of others.** A group waits for a lock for a quarter of a second (``OrderRepository/lockWait``); then it is
/// placed again without the orders over locked products. Those are left over, to be placed alone on
/// ``Limits/leftOver`` connections, and wait there for `lock_timeout` as ever. So an order waits for the lock of goods
/// that are not its own for about half a second: behind a group that gives up, and once more in its own. If all that
/// are placed alone at first are held up, the others wait for them no longer than ``Limits/tick``. Groups claim keys
/// last and in one order, so that programs with writers of their own can't deadlock (docs/decisions/0006 and 0009).
///
/// **Bounds.** At most ``Limits/queue`` orders are in line, each for at most ``Limits/patience``. A caller whose task
/// is cancelled leaves at once; its order is taken out of the line, or stays in the group that is on its way, and its
/// key tells.
package final class OrderWriter: Sendable {
    private let operations: Operations
    private let limits: Limits
    private let queue: Mutex<OrderQueue>
    private let isTicking = Mutex(false)

    init(_ operations: Operations, _ limits: Limits) {
        (self.operations, self.limits) = (operations, limits)
        queue = Mutex(OrderQueue(limits))
    }

    /// Waits for an order's turn to be placed alone, or for what became of it in a group.
    ///
    /// ``leave(_:)`` must follow ``OrderQueue/Turn/alone(_:)``.
    /// - Throws: ``ServiceError/unavailable`` if the line is full or does not move, or the task is cancelled.
    func turn(for order: OrderToPlace) async throws(ServiceError) -> OrderQueue.Turn {
        let id = queue.withLock { queue in queue.enterDirectly() ? nil : queue.newID() }
        guard let id else { return .alone(.direct) }
        let entry = OrderQueue.Entry(id: id, order: order, since: .now)
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                take(
                    queue.withLock { queue in
                        // A cancellation that comes after this look finds the entry in line.
                        queue.enqueue(entry, caller) + (Task.isCancelled ? queue.abandon(id) : [])
                    })
                tick()
            }
        } onCancel: {
            take(queue.withLock { $0.abandon(id) })
        }.get()
    }

    /// Makes room for the next, after an order was placed alone.
    func leave(_ lane: OrderQueue.Lane) { take(queue.withLock { $0.leave(lane) }) }

    /// How many callers have no answer yet.
    package var callerCount: Int { queue.withLock(\.callerCount) }

    private func take(_ steps: [OrderQueue.Step]) {
        for step in steps {
            switch step {
            case .answer(let caller, let answer): caller.resume(returning: answer)
            case .placeTogether(let group):
                // The group belongs to many callers: the cancellation of one of them must not reach it. What is decided
                // and written down between its round trips is short, and needs no other thread than theirs.
                Task(executorPreference: operations.pool.loop) { await self.place(group) }
            }
        }
    }

    private func place(_ group: [OrderQueue.Entry]) async {
        do {
            let outcomes = try await outcomes(of: group.map(\.order))
            take(queue.withLock { $0.finish(group, outcomes) })
        } catch let error as PostgresError where error.isBeforeSending {
            let refusal = operations.refusal(error, .placeOrder)
            take(queue.withLock { $0.finish(group, refusedBy: refusal) })
        } catch {
            operations.logger.warning(
                "placing one by one", metadata: ["orders": "\(group.count)", "cause": "\(error)"])
            take(queue.withLock { $0.finish(group, group.map { _ in nil }) })
        }
        if !queue.withLock(\.isEmpty) { tick() }
    }

    private func outcomes(of orders: [OrderToPlace]) async throws -> [OrderRepository.PlaceOutcome?] {
        do {
            return try await outcomes(of: orders, waiting: true)
        } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
            return try await outcomes(of: orders, waiting: false)
        }
    }

    private func outcomes(
        of orders: [OrderToPlace], waiting isWaiting: Bool
    ) async throws -> [OrderRepository.PlaceOutcome?] {
        let outcomes = try await operations.pool.transaction { transaction in
            try await OrderRepository.placeTogether(orders, waiting: isWaiting, in: transaction)
        }
        operations.logger.debug(
            "placed together",
            metadata: ["orders": "\(orders.count)", "leftOver": "\(outcomes.count { $0 == nil })"])
        return outcomes
    }

    /// Looks at the clock now and then, for as long as anybody is in line.
    private func tick() {
        let mustStart = isTicking.withLock { isTicking in
            defer { isTicking = true }
            return !isTicking
        }
        guard mustStart else { return }
        Task {
            repeat {
                try? await Task.sleep(for: limits.tick)
                take(queue.withLock { $0.tick(.now) })
            } while !isDoneTicking()
        }
    }

    private func isDoneTicking() -> Bool {
        isTicking.withLock { isTicking in
            // Whoever comes after this look starts the clock again.
            isTicking = !queue.withLock(\.isEmpty)
            return !isTicking
        }
    }
}

extension PostgresError {
    /// Whether there was no connection to send anything on, so that trying each order alone would be in vain.
    fileprivate var isBeforeSending: Bool { [.connectFailed, .poolExhausted, .closed].contains(kind) }
}
