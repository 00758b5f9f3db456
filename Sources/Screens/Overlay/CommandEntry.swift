import TerminalUI
import Wording

/// A line of the help or of the palette.
struct CommandEntry: Hashable, Sendable {
    let title: Phrase
    /// Its presses as people write them, parted by two blanks.
    var keys: String
    let group: Phrase
    let action: Action
    let presses: [KeyPress]
    /// The word that calls it in the palette.
    let word: CommandWord?
    /// Why it can't be done at the moment.
    var refusal: Phrase?
    /// Whether it belongs to the screen that is shown.
    var isHere = true

    init(_ command: Command<Action>, refusal: Phrase? = nil) {
        self.refusal = refusal
        title = command.title
        keys = command.keys.map(\.label).joined(separator: "  ")
        group = command.group
        action = command.id
        presses = command.keys
        word = ActionRegistry.words[command.id]
    }

    /// A command that the palette alone offers.
    init(_ action: Action, _ title: Phrase, keys: String = "", group: Phrase) {
        (self.action, self.title, self.keys, self.group) = (action, title, keys, group)
        presses = []
        word = nil
    }

    /// How it is reached: its presses, or else its word.
    func keyText(in language: Language) -> String {
        keys.isEmpty ? word?.usage(in: language) ?? "" : keys
    }
}
