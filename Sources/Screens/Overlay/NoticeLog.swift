import Domain

/// What was said on the message line, and when: the last notices of this run.
struct NoticeLog: Sendable {
    struct Entry: Hashable, Sendable {
        let moment: Moment
        let notice: Notice
    }

    /// Notices that are kept.
    static let maximumCount = 200

    /// The latest last.
    private(set) var entries: [Entry] = []

    mutating func add(_ notice: Notice, at moment: Moment = WallClock.now) {
        entries.append(Entry(moment: moment, notice: notice))
        if entries.count > Self.maximumCount { entries.removeFirst(entries.count - Self.maximumCount) }
    }
}
