import Synchronization

/// What waits for the program's task: batches of events, messages, and the wish to draw.
///
/// One task takes, any number of threads put. The lock is held for an append or a swap only.
final class Mailbox<Message: Sendable>: Sendable {
    enum Item: Sendable {
        case events([TerminalEvent])
        case message(Message)
        /// It is time to draw what messages have changed.
        case frame
        /// No further events will come.
        case closed
    }

    private struct State {
        var items: [Item] = []
        var taker: CheckedContinuation<Void, Never>?
        var senders: [CheckedContinuation<Void, Never>] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Items beyond which ``waitForRoom()`` waits.
    private let comfortable: Int

    init(comfortable: Int = 256) {
        self.comfortable = comfortable
    }

    /// Adds an item and wakes the taker; after ``close()`` nothing is kept.
    func put(_ item: Item) {
        let taker = state.withLock { state in
            guard !state.isClosed else { return nil as CheckedContinuation<Void, Never>? }
            state.items.append(item)
            defer { state.taker = nil }
            return state.taker
        }
        taker?.resume()
    }

    /// Takes everything there is, waiting until there is something; empty when the task is cancelled.
    ///
    /// The isolation is a parameter so that the taker neither leaves its actor to wait nor comes back to it afterwards.
    func take(isolation: isolated (any Actor)? = #isolation) async -> [Item] {
        await withTaskCancellationHandler {
            _ = isolation
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if !state.items.isEmpty || state.isClosed || Task.isCancelled { return true }
                    state.taker = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            let taker = state.withLock { state in
                defer { state.taker = nil }
                return state.taker
            }
            taker?.resume()
        }
        return drain()
    }

    /// Waits while too much is queued; senders that were cancelled don't wait.
    func waitForRoom() async {
        guard !Task.isCancelled else { return }
        await withCheckedContinuation { continuation in
            let hasRoom = state.withLock { state in
                if state.items.count < comfortable || state.isClosed { return true }
                state.senders.append(continuation)
                return false
            }
            if hasRoom { continuation.resume() }
        }
    }

    /// Waits until what was put has been taken.
    func waitUntilTaken() async {
        await withCheckedContinuation { continuation in
            let isTaken = state.withLock { state in
                if state.items.isEmpty || state.isClosed { return true }
                state.senders.append(continuation)
                return false
            }
            if isTaken { continuation.resume() }
        }
    }

    /// Lets every sender go on and drops what comes later.
    func close() {
        let senders = state.withLock { state in
            state.isClosed = true
            state.items = []
            defer { state.senders = [] }
            return state.senders
        }
        for sender in senders { sender.resume() }
    }

    private func drain() -> [Item] {
        let (items, senders) = state.withLock { state in
            defer {
                state.items = []
                state.senders = []
            }
            return (state.items, state.senders)
        }
        for sender in senders { sender.resume() }
        return items
    }
}
