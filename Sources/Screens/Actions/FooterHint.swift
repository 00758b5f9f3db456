import TerminalUI
import Wording

/// A word of the footer: what it does, and the press that does it.
struct FooterHint: Hashable, Sendable {
    let action: Action
    let key: String
    let hint: Phrase

    /// The hint of a command; `nil` without a word or without a press.
    init?(_ command: Command<Action>) {
        guard let hint = command.hint, let key = command.keys.first else { return nil }
        (action, self.key, self.hint) = (command.id, key.label, hint)
    }
}
