extension PostgresPool {
    /// What the pool is doing at one moment.
    public struct State: Hashable, Sendable {
        /// Whether the server can be reached.
        public enum Link: Hashable, Sendable {
            /// The latest connection was opened without trouble, or none has been needed yet.
            case connected
            /// The latest attempt to connect failed, with this message.
            case degraded(String)
            /// The pool is closed.
            case closed
        }

        /// Whether the server can be reached.
        public let link: Link
        /// How many connections there may be.
        public let size: Int
        /// How many there are, those included that are being opened.
        public let open: Int
        /// How many of them nobody uses.
        public let idle: Int
        /// How many callers wait for one.
        public let waiting: Int

        /// How many connections are lent or being opened.
        public var leased: Int { open - idle }
    }

    /// What the pool is doing now.
    public var state: State {
        let link: State.Link = isClosed ? .closed : connectFailure.map { .degraded($0.message) } ?? .connected
        return State(link: link, size: limits.size, open: openCount, idle: idle.count, waiting: waiters.count)
    }

    /// Closes the pool: nobody gets a connection any more, the idle ones are closed now, the others when they come
    /// back.
    /// - Parameter limit: how long to wait for those.
    public func close(waiting limit: Duration = .seconds(5)) async {
        isClosed = true
        for waiter in waiters { waiter.continuation.resume(throwing: closedError) }
        waiters.removeAll()
        let connections = idle
        idle.removeAll()
        openCount -= connections.count
        for connection in connections { await connection.close() }
        guard openCount > 0 else { return }
        let timer = Task {
            try? await Task.sleep(for: limit)
            endClosing()
        }
        await withCheckedContinuation { closers.append($0) }
        timer.cancel()
    }

    func finishClosing() {
        if isClosed && openCount == 0 { endClosing() }
    }

    private func endClosing() {
        for closer in closers { closer.resume() }
        closers.removeAll()
    }
}
