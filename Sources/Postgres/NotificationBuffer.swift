/// Notifications that wait to be fetched; when there are too many, the oldest are dropped, and counted.
struct NotificationBuffer {
    private let limit: Int
    private var waiting: [PostgresNotification] = []
    private var dropped = 0

    init(limit: Int) { self.limit = limit }

    mutating func add(_ notification: PostgresNotification) {
        if waiting.count == limit {
            waiting.removeFirst()
            dropped += 1
        }
        waiting.append(notification)
    }

    mutating func take() -> PostgresNotification? {
        guard !waiting.isEmpty else { return nil }
        var first = waiting.removeFirst()
        first.missed = dropped
        dropped = 0
        return first
    }

    mutating func takeAll() -> [PostgresNotification] {
        defer { removeAll() }
        var all = waiting
        if !all.isEmpty { all[0].missed = dropped }
        return all
    }

    mutating func removeAll() {
        waiting.removeAll()
        dropped = 0
    }
}
