extension PostgresPool {
    /// What is read for several callers: equal keys stand for the same rows of the same type.
    struct SharingKey: Hashable, Sendable {
        private let key: any Hashable & Sendable
        private let type: ObjectIdentifier
        /// Taken once, and not on the loop's thread.
        private let hash: Int

        init(_ key: any Hashable & Sendable, _ type: Any.Type) {
            (self.key, self.type, hash) = (key, ObjectIdentifier(type), key.hashValue)
        }

        static func == (left: SharingKey, right: SharingKey) -> Bool {
            left.hash == right.hash && left.type == right.type && AnyHashable(left.key) == AnyHashable(right.key)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(type)
            hasher.combine(hash)
        }
    }

    /// How somebody who shares a reading comes by it.
    enum Share: Sendable {
        /// By doing it with this connection, and telling these followers.
        case connection(PostgresConnection, followers: [UInt64])
        /// It has been done.
        case done(any SharedValue)
        /// By asking again: who was to do it has begun already, or has been cancelled.
        case abandoned
    }

    /// Reads something once for all who ask for it while the first of them waits for a connection.
    ///
    /// Nothing has been sent by then, so that the answer is as fresh for each of them as one of their own. With
    /// connections to spare nobody waits, and each reads alone; when many want the same at once, such as a list that
    /// has just changed before all eyes, the server is asked once.
    /// - Parameters:
    ///   - key: stands for what is read, and for whose eyes: equal keys get equal values.
    ///   - body: reads with the connection, which it must not keep; it runs on the loop's thread, so let it be short.
    /// - Returns: what `body` returns, run by this caller or by another one.
    /// - Throws: what `body` throws, also if another caller has run it.
    public nonisolated func sharing<Value: Sendable>(
        _ key: any Hashable & Sendable, _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let key = SharingKey(key, Value.self)
        return try await withTaskExecutorPreference(loop) {
            while true {
                switch try await share(key) {
                case .connection(let connection, let followers): return try await read(connection, followers, body)
                case .done(let shared):
                    if let box = shared as? SharedBox<Value> { return box.value }
                case .abandoned: try Task.checkCancellation()
                }
            }
        }
    }

    /// Reads, and tells the result.
    private nonisolated func read<Value: Sendable>(
        _ connection: PostgresConnection, _ followers: [UInt64], _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await body(connection)
            await giveBack(connection, telling: followers, .success(SharedBox(value: value)))
            return value
        } catch {
            await giveBack(connection, telling: followers, .failure(error))
            throw error
        }
    }

    private func share(_ key: SharingKey) async throws -> Share {
        if gatherings[key] != nil { return try await follow(key) }
        gatherings[key] = []
        do {
            let connection = try await lease()
            return .connection(connection, followers: gatherings.removeValue(forKey: key) ?? [])
        } catch {
            tell(gatherings.removeValue(forKey: key) ?? [], .failure(error))
            throw error
        }
    }

    private func follow(_ key: SharingKey) async throws -> Share {
        guard followers.count < limits.queue else {
            throw exhausted("\(limits.queue) callers wait for what others read already")
        }
        lastWaiter += 1
        let id = lastWaiter
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard !Task.isCancelled else {
                    continuation.resume(throwing: CancellationError())
                    return
                }
                // Others may have had their turn on the loop before this one: then it has begun without us.
                guard gatherings[key]?.append(id) != nil else {
                    continuation.resume(returning: .abandoned)
                    return
                }
                followers[id] = continuation
            }
        } onCancel: {
            Task { await self.unfollow(id) }
        }
    }

    private func unfollow(_ id: UInt64) {
        followers.removeValue(forKey: id)?.resume(throwing: CancellationError())
    }

    private func giveBack(
        _ connection: PostgresConnection, telling followers: [UInt64], _ outcome: Result<any SharedValue, any Error>
    ) async {
        tell(followers, outcome)
        await giveBack(connection)
    }

    /// A cancellation is the own affair of whoever has led, all other failures are everybody's.
    private func tell(_ ids: [UInt64], _ outcome: Result<any SharedValue, any Error>) {
        for id in ids {
            guard let follower = followers.removeValue(forKey: id) else { continue }
            switch outcome {
            case .success(let value): follower.resume(returning: .done(value))
            case .failure(is CancellationError): follower.resume(returning: .abandoned)
            case .failure(let error): follower.resume(throwing: error)
            }
        }
    }
}

/// A value on its way to those who share it, whatever its type.
protocol SharedValue: Sendable {}

private final class SharedBox<Value: Sendable>: SharedValue {
    let value: Value

    init(value: Value) { self.value = value }
}
