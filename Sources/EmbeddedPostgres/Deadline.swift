import Glibc

/// A moment after which a wait is given up.
struct Deadline {
    private let instant: ContinuousClock.Instant

    init(after duration: Duration) {
        instant = ContinuousClock.now.advanced(by: duration)
    }

    var hasPassed: Bool { ContinuousClock.now >= instant }

    /// What is left, in milliseconds for `poll(2)`; 0 when the moment has passed.
    var remainingMilliseconds: Int32 {
        let left = ContinuousClock.now.duration(to: instant).components
        let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
        return Int32(clamping: max(0, milliseconds))
    }

    /// Blocks the calling thread until `condition` holds (true) or the moment has passed (false).
    func wait(everyMilliseconds pause: UInt32, until condition: () throws -> Bool) rethrows -> Bool {
        while true {
            if try condition() { return true }
            if hasPassed { return false }
            usleep(pause * 1000)
        }
    }
}
