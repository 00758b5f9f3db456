import TerminalUI
import Wording

/// A line of the help or of the palette.
struct CommandEntry: Hashable, Sendable {
    let title: Phrase
    /// Its presses as people write them, parted by two blanks.
    let keys: String
    let group: Phrase
    let action: Action
    let presses: [KeyPress]
    /// Why it can't be done at the moment.
    var refusal: Phrase?

    init(_ command: Command<Action>, refusal: Phrase? = nil) {
        self.refusal = refusal
        title = command.title
        keys = command.keys.map(\.label).joined(separator: "  ")
        group = command.group
        action = command.id
        presses = command.keys
    }

    /// A command that the palette alone offers.
    init(_ action: Action, _ title: Phrase, keys: String = "", group: Phrase) {
        (self.action, self.title, self.keys, self.group) = (action, title, keys, group)
        presses = []
    }
}
