import Domain
import Synchronization

/// The value of the `Date` header, written once a second.
final class DateText: Sendable {
    private struct State {
        var second = Int64.min
        var text = ""
    }

    private let state = Mutex(State())

    /// A moment after 1970 in the form of the header.
    func text(at moment: Moment) -> String {
        let second = moment.microseconds / 1_000_000
        return state.withLock { state in
            if state.second != second { state = State(second: second, text: moment.httpDate) }
            return state.text
        }
    }
}
