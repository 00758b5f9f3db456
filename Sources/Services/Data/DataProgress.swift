package import Wording

/// How far a data program has come.
package struct DataProgress: Sendable, Hashable {
    /// What it is doing, as a phrase for people: `reading`, `writing orders`.
    package let phase: Phrase
    /// Rows of this phase that are done: lines of a file, orders.
    package let rows: Int
    /// Rows a second since the phase began.
    package let rowsPerSecond: Int
    /// What part of the phase is done, from 0 to 1000; `nil` where the whole is not known.
    package let permille: Int?
    /// Time left in this phase at the pace so far; `nil` where that is not known.
    package let remaining: Duration?
    /// Time since the program began.
    package let elapsed: Duration
}

/// Tells how far a data program has come, at most ten times a second.
struct ProgressMeter {
    private let report: (DataProgress) -> Void
    private let start = ContinuousClock.now
    private var phase: Phrase = ""
    private var phaseStart = ContinuousClock.now
    private var lastReport = ContinuousClock.now

    init(_ report: @escaping (DataProgress) -> Void) { self.report = report }

    var elapsed: Duration { ContinuousClock.now - start }

    /// Begins a phase, and says so at once.
    mutating func begin(_ phase: Phrase) {
        self.phase = phase
        phaseStart = .now
        tell(rows: 0, done: 0, of: nil)
    }

    /// Notes that `rows` are done; `done` of `whole` is measured in any unit.
    mutating func update(rows: Int, done: Int = 0, of whole: Int? = nil) {
        if ContinuousClock.now - lastReport >= .milliseconds(100) { tell(rows: rows, done: done, of: whole) }
    }

    private mutating func tell(rows: Int, done: Int, of whole: Int?) {
        lastReport = .now
        let spent = lastReport - phaseStart
        let milliseconds = max(1, Int(spent / .milliseconds(1)))
        let part = whole.flatMap { $0 > 0 ? min(done, $0) * 1000 / $0 : nil }
        let remaining = part.flatMap { $0 > 0 ? spent * (1000 - $0) / $0 : nil }
        report(
            DataProgress(
                phase: phase, rows: rows, rowsPerSecond: rows * 1000 / milliseconds, permille: part,
                remaining: remaining, elapsed: lastReport - start))
    }
}
