import Domain
import Glibc

/// The clock on the wall, the one place where the screens look at it.
enum WallClock {
    /// Where the clock stands for whoever compares what it shows; it runs where this is `nil`.
    @TaskLocal static var standing: Moment?

    static var now: Moment {
        if let standing { return standing }
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
