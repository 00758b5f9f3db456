import CLibPQ
import Glibc
import Reactor

extension PostgresConnection {
    /// Asks for the notifications of `channel`, whose letter case counts.
    public func listen(to channel: String) async throws {
        _ = try await perform(["LISTEN \(identifier: channel)"], Patience(options.deadline), isPrepared: false)
    }

    /// Ends all listening, and drops what has arrived.
    public func unlisten() async throws {
        _ = try await perform(["UNLISTEN *"], Patience(options.deadline), isPrepared: false)
        isListening = false
        notifications.removeAll()
    }

    /// The next notification, in the order in which they came.
    ///
    /// Other calls may use the connection meanwhile. When more than ``PostgresOptions/notificationLimit`` wait, the
    /// oldest are dropped, and the next one says how many (``PostgresNotification/missed``).
    /// - Parameter limit: how long to wait; `nil` waits until the task is cancelled.
    /// - Returns: `nil` if there was none in that time.
    /// - Throws: ``PostgresError`` if the session has ended; `CancellationError`, after which it goes on.
    public func nextNotification(within limit: Duration? = nil) async throws -> PostgresNotification? {
        let deadline = limit.map { ContinuousClock.now + $0 }
        listeners += 1
        defer { listeners -= 1 }
        while true {
            if let notification = notifications.take() { return notification }
            let socket = PQsocket(try live())
            do {
                // While a call is under way, it reads the socket, and this one waits for the end of the call: what
                // two read, one of them would wait for in vain.
                try await loop.wait(for: socket, events: isBusy ? 0 : POLLIN, until: deadline)
            } catch is PollTimeout {
                return notifications.take()
            }
            guard !isBusy else { continue }
            absorb(try live())
            if isLost || notices.sessionEnd != nil { throw lose() }
        }
    }

    /// All notifications that have come by now, in their order.
    ///
    /// - Throws: ``PostgresError`` if the session has ended.
    public func takeNotifications() throws -> [PostgresNotification] {
        // A call that is under way reads the socket itself.
        if !isBusy { absorb(try live()) }
        return notifications.takeAll()
    }

    /// Whether the session can take a statement, found out without sending anything.
    ///
    /// An idle session is readable only if something has happened to it: a notification, a notice that it is about
    /// to end, or its end.
    func isUsable() -> Bool {
        guard let handle, !isBusy, PQstatus(handle) == CONNECTION_OK else { return false }
        for _ in 0..<4 where !isLost {
            var watched = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            guard poll(&watched, 1, 0) != 0 else { break }
            absorb(handle)
            // Parses what was read: the notice of the end has no effect until then.
            _ = PQisBusy(handle)
        }
        let isUsable = !isLost && notices.sessionEnd == nil && PQstatus(handle) == CONNECTION_OK
        if !isUsable { _ = lose() }
        return isUsable
    }

    /// Makes the session fit for another user: no transaction, no listening.
    /// - Returns: whether it is.
    func isReset() async -> Bool {
        guard handle != nil, !isBusy else { return false }
        await rollBack()
        if isListening {
            let patience = Patience(.seconds(5), heedsCancellation: false)
            guard (try? await perform(["UNLISTEN *"], patience, isPrepared: false)) != nil else { return false }
            isListening = false
            notifications.removeAll()
        }
        guard let handle, !isLost, !isBusy else { return false }
        return PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
    }
}
