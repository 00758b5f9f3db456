extension OrderWriter {
    /// How many orders go which way, and how long they wait.
    package struct Limits: Sendable {
        /// How many orders are placed alone at the same time before others queue; `Int.max` places all alone.
        package var direct = 2
        /// How many groups are on their way at the same time, each with goods of its own.
        package var groups = 2
        /// How many orders that groups left over are placed alone at the same time.
        ///
        /// Together with `direct` and `groups` it stays below the size of a pool, so that reading goes on while all
        /// of them wait for a lock.
        package var leftOver = 2
        /// How many orders a group takes.
        package var orders = 64
        /// How many lines a group takes, unless one order alone has more.
        package var lines = 2000
        /// How many orders may be in line; the next one is refused at once.
        package var queue = 256
        /// How long an order may be in line.
        package var patience = Duration.seconds(5)
        /// How long those in line wait for the ones that are placed alone.
        package var tick = Duration.milliseconds(250)

        package init() {}
    }
}
