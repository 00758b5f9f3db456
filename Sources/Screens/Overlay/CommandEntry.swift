import TerminalUI

/// A line of the help or of the palette.
struct CommandEntry: Hashable, Sendable {
    let title: String
    /// Its presses as people write them, parted by two blanks.
    let keys: String
    let group: String
    let action: Action
    let presses: [KeyPress]

    init(_ command: Command<Action>) {
        title = command.title
        keys = command.keys.map(\.label).joined(separator: "  ")
        group = command.group
        action = command.id
        presses = command.keys
    }

    /// A command that the palette alone offers.
    init(_ action: Action, _ title: String, keys: String = "", group: String) {
        (self.action, self.title, self.keys, self.group) = (action, title, keys, group)
        presses = []
    }
}
