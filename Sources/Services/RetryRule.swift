import Postgres

/// When a failed operation may be tried again, and after which pause.
struct RetryRule {
    private let limit: Int
    private let pauses: ClosedRange<Int>

    ///
    /// `isSafe` is whether the operation may be repeated though it may have been done already.
    init(_ error: PostgresError, isSafe: Bool) {
        switch (error.kind, error.sqlState) {
        case (.server, .serializationFailure?), (.server, .deadlockDetected?): (limit, pauses) = (5, 5...50)
        case (.server, .lockNotAvailable?): (limit, pauses) = (1, 10...80)
        case (.connectFailed, _), (.closed, _): (limit, pauses) = (3, 50...200)
        case (.connectionLost, _) where isSafe || !error.outcomeIsUnknown: (limit, pauses) = (5, 50...300)
        case (.server, let state?) where state.isConnectionEnd && (isSafe || !error.outcomeIsUnknown):
            (limit, pauses) = (5, 50...300)
        default: (limit, pauses) = (0, 0...0)
        }
    }

    /// The pause before the next attempt, `nil` if there is to be none.
    ///
    /// Attempts count from 1.
    func pause(beforeAttempt attempt: Int) -> Duration? {
        attempt > limit ? nil : .milliseconds(Int.random(in: pauses) * attempt)
    }
}

extension SQLState {
    /// The connection has ended: the server ended the session or is on its way up or down, or class 08 says so.
    var isConnectionEnd: Bool { endsSession || errorClass == "08" }

    /// The server can't do it now, whoever asks: no space, no memory, no connections, cancelled, read-only.
    var isUnavailability: Bool {
        isConnectionEnd || errorClass == "53" || rawValue == "58030" || self == .queryCanceled
            || self == .readOnlyTransaction
    }
}
