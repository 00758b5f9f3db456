/// How long to wait for the server, and for whose sake.
struct Patience {
    let deadline: ContinuousClock.Instant
    /// Whether the wait ends when the task is cancelled; what must be finished, such as a ROLLBACK, goes on.
    let heedsCancellation: Bool

    init(_ limit: Duration, heedsCancellation: Bool = true) {
        self.deadline = .now + limit
        self.heedsCancellation = heedsCancellation
    }

    /// For an answer that is on its way after the server was told to stop.
    static var grace: Patience { Patience(.seconds(2), heedsCancellation: false) }
}

/// Why a wait was given up before the server had answered.
enum Interruption: Error {
    case cancelled, deadline
}
