public import Wording

/// The commands of a screen, found by the press that does them.
public struct CommandTable<ID: Hashable & Sendable>: Sendable {
    /// The commands in the order they were given, which is the order of footer and help.
    public let commands: [Command<ID>]
    /// A sentence for each press that two commands claim; the first one given has it.
    public let conflicts: [String]
    @usableFromInline let indexByPress: [KeyPress: Int]
    private let indexByID: [ID: Int]

    /// A table of these commands.
    public init(_ commands: [Command<ID>]) {
        var index: [KeyPress: Int] = [:]
        var conflicts: [String] = []
        for (position, command) in commands.enumerated() {
            for press in command.keys {
                if let first = index[press], commands[first].id != command.id {
                    let titles = "\"\(commands[first].title.english)\" and \"\(command.title.english)\""
                    conflicts.append("The key \(press.label) is claimed by \(titles).")
                } else if index[press] == nil {
                    index[press] = position
                }
            }
        }
        self.commands = commands
        self.conflicts = conflicts
        indexByPress = index
        indexByID = Dictionary(commands.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a press does; a letter of a Cyrillic layout does what the same physical key does in Latin.
    @inlinable public func id(for press: KeyPress) -> ID? {
        (indexByPress[press] ?? indexByPress[press.latin]).map { commands[$0].id }
    }

    /// The command that a press does.
    public func command(for press: KeyPress) -> Command<ID>? {
        (indexByPress[press] ?? indexByPress[press.latin]).map { commands[$0] }
    }

    /// The command with this id.
    public func command(_ id: ID) -> Command<ID>? {
        indexByID[id].map { commands[$0] }
    }

    /// The commands with a word for the footer, as press and word: ("F6", "New").
    public var hints: [(key: String, hint: Phrase)] {
        commands.compactMap { command in
            guard let hint = command.hint, let key = command.keys.first else { return nil }
            return (key.label, hint)
        }
    }
}
