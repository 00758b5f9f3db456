/// Tells double clicks from single ones.
public struct ClickCounter: Sendable {
    /// Presses farther apart in time are two single clicks.
    public static let interval = Duration.milliseconds(400)

    private var last: (event: MouseEvent, time: ContinuousClock.Instant)?

    /// A counter that has seen nothing.
    public init() {}

    /// The event with its number of clicks: 2 for a second press of the same button on the same cell soon after.
    public mutating func count(_ event: MouseEvent, at time: ContinuousClock.Instant) -> MouseEvent {
        guard event.action == .press else { return event }
        var counted = event
        if let last, last.event == event, last.time.duration(to: time) <= Self.interval {
            counted.clicks = 2
            // A third press begins anew.
            self.last = nil
        } else {
            last = (event, time)
        }
        return counted
    }
}
