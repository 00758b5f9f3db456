import Synchronization
import TerminalUI

/// Applies themes in the order in which they were asked for, although effects run side by side.
final class ThemeChanger: Sendable {
    private struct State {
        var newest = 0
        var next: Theme?
        var isApplying = false
    }

    private let state = Mutex(State())

    /// Shows a theme, unless a newer one has been asked for.
    ///
    /// Of several callers one applies what the others bring meanwhile.
    func apply(_ theme: Theme, number: Int, on terminal: any Terminal) async {
        let applies = state.withLock { state in
            guard number > state.newest else { return false }
            (state.newest, state.next) = (number, theme)
            defer { state.isApplying = true }
            return !state.isApplying
        }
        guard applies else { return }
        while let theme = takeNext() { await terminal.apply(theme) }
    }

    private func takeNext() -> Theme? {
        state.withLock { state in
            defer { state.next = nil }
            if state.next == nil { state.isApplying = false }
            return state.next
        }
    }
}
