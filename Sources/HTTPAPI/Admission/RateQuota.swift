/// How many requests one client has a minute, counted without a queue (the generic cell rate algorithm).
///
/// One number is kept for each client: the time at which it will have its whole quota again.
struct RateQuota {
    /// How a client stands after a request.
    struct State: Hashable, Sendable {
        let isAllowed: Bool
        let name: String
        /// Requests that the quota has in a minute.
        let quota: Int
        /// Requests that are left now.
        let remaining: Int
        /// Until the next request is allowed, where this one is not; else until the quota is whole again.
        let wait: Duration
    }

    static let window = Duration.seconds(60)
    /// Clients that are remembered; those that have been quiet for long are forgotten first.
    static let capacity = 10_000

    let name: String
    let quota: Int
    private var whole: [String: ContinuousClock.Instant] = [:]

    /// How many clients are remembered.
    var clientCount: Int { whole.count }

    init(_ name: String, _ quota: Int) { (self.name, self.quota) = (name, quota) }

    /// Takes one request of a client's quota, if there is one.
    mutating func take(_ client: String, now: ContinuousClock.Instant) -> State {
        let step = Self.window / quota
        let start = max(whole[client] ?? now, now)
        let end = start + step
        guard end - now <= Self.window else {
            return State(isAllowed: false, name: name, quota: quota, remaining: 0, wait: end - now - Self.window)
        }
        if whole[client] == nil, whole.count >= Self.capacity { forget(now) }
        whole[client] = end
        let left = Int((Self.window - (end - now)) / step)
        return State(isAllowed: true, name: name, quota: quota, remaining: left, wait: end - now)
    }

    private mutating func forget(_ now: ContinuousClock.Instant) {
        whole = whole.filter { $0.value > now }
        // All of them have asked within a minute: a crowd of addresses. The half that has asked least goes.
        if whole.count >= Self.capacity {
            let latest = whole.sorted { $0.value > $1.value }.prefix(Self.capacity / 2)
            whole = Dictionary(uniqueKeysWithValues: latest.map { ($0.key, $0.value) })
        }
    }
}
