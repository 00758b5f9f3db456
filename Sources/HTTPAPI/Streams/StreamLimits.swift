/// How streams of events behave.
package struct StreamLimits: Sendable, Hashable {
    /// How many clients may follow at a time.
    package var count = 64
    /// The time after which a silent stream says that it is still there.
    package var heartbeat: Duration = .seconds(12)
    /// How long a stream lasts: a client that comes again is asked anew who it is.
    package var life: Duration = .seconds(900)
    /// When a client whose stream has ended comes again.
    package var retryMilliseconds = 3000

    package init() {}
}
