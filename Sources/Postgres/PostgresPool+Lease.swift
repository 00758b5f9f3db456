import Reactor

extension PostgresPool {
    /// Somebody in line.
    struct Waiter {
        let id: UInt64
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Grant, any Error>
    }

    /// What the first in line gets.
    enum Grant: Sendable {
        case connection(PostgresConnection)
        /// Room for a connection, already counted as open: the waiter opens it.
        case room
    }

    /// Takes a connection out of the pool; ``giveBack(_:)`` must follow.
    func lease() async throws -> PostgresConnection {
        let connection = try await takeTurn()
        FirstStatement.current?.isSent()
        return connection
    }

    private func takeTurn() async throws -> PostgresConnection {
        try Task.checkCancellation()
        guard !isClosed else { throw closedError }
        // Who comes now stands behind those who wait.
        if waiters.isEmpty {
            while let connection = idle.popLast() {
                if await connection.isUsable() { return connection }
                openCount -= 1
            }
            if openCount < limits.size {
                openCount += 1
                return try await open()
            }
        }
        switch try await standInLine() {
        case .connection(let connection): return connection
        case .room: return try await open()
        }
    }

    /// Takes a connection back: to the first in line, or to the idle ones, or out of the pool.
    func giveBack(_ connection: PostgresConnection) async {
        guard await connection.isReset(), !isClosed else {
            await connection.close()
            giveUpRoom()
            return
        }
        if waiters.isEmpty {
            idle.append(connection)
        } else {
            waiters.removeFirst().continuation.resume(returning: .connection(connection))
        }
    }

    /// Opens a connection in room that is already counted, again after failures that may pass.
    private func open() async throws -> PostgresConnection {
        let deadline = ContinuousClock.now + limits.connect
        var pause = Duration.milliseconds(20)
        do {
            while true {
                do {
                    let connection = try await connect(until: deadline)
                    connectFailure = nil
                    return connection
                } catch let error as PostgresError {
                    connectFailure = error
                    let mayPass = !isClosed && Self.mayPass(error)
                    guard mayPass, ContinuousClock.now + pause < deadline else { throw error }
                }
                try await Task.sleep(for: pause * Double.random(in: 0.5...1))
                pause = min(pause * 2, .milliseconds(500))
            }
        } catch {
            giveUpRoom()
            throw error
        }
    }

    private func connect(until deadline: ContinuousClock.Instant) async throws -> PostgresConnection {
        guard !isClosed else { throw closedError }
        let connection = try await PostgresConnection.connect(
            conninfo, session: session, on: loop, deadline: deadline - .now, options: options)
        guard !isClosed else {
            await connection.close()
            throw closedError
        }
        return connection
    }

    /// Whether a later attempt may succeed: not after a wrong password, but while the server starts, restarts, is full,
    /// or is not there.
    private static func mayPass(_ error: PostgresError) -> Bool {
        guard error.kind == .connectFailed else { return false }
        guard let state = error.sqlState else { return true }
        return state.endsSession || state == .tooManyConnections
    }

    /// Gives the room of a connection that is no more to the first in line.
    private func giveUpRoom() {
        if isClosed || waiters.isEmpty {
            openCount -= 1
            finishClosing()
        } else {
            waiters.removeFirst().continuation.resume(returning: .room)
        }
    }

    var closedError: PostgresError { PostgresError(.closed, "The pool is closed.") }
}
