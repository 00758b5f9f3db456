package import TerminalUI
package import Wording

/// Which press does what in which scope: a preset of the registry, with what `config/keys.toml` changes.
package struct Keymap: Sendable {
    /// The keys that the registry knows by themselves.
    package enum Preset: String, CaseIterable, Sendable {
        /// F-keys as green screens have them, and letters in lists.
        case classic
        /// Ctrl with the letter that editors and browsers use.
        case modern
        /// The keys of vi where lists are moved through.
        case vim
    }

    /// The preset alone.
    package static let classic = Keymap(.classic)

    package let preset: Preset
    /// What of the file couldn't be used, with its place; the program starts all the same.
    package let warnings: [Phrase]
    private let tables: [Scope: CommandTable<Action>]

    /// The preset, changed by what the file says; a binding that can't be used is left out and warned of.
    package init(_ preset: Preset, changedBy file: KeyFile = KeyFile()) {
        var merger = KeyFileMerger(file)
        var tables: [Scope: CommandTable<Action>] = [:]
        for scope in Scope.allCases {
            let entries = ActionRegistry.entries.filter { $0.scope == scope }
            tables[scope] = CommandTable(
                entries.map { $0.command(preset, presses: merger.presses(of: $0)) })
        }
        (self.preset, self.tables) = (preset, tables)
        warnings = merger.warnings(conflicts: Scope.allCases.flatMap { tables[$0]?.conflicts ?? [] })
    }

    func table(_ scope: Scope) -> CommandTable<Action> { tables[scope] ?? CommandTable([]) }

    /// What `press` does where these scopes hold, the first one that knows it.
    func action(for press: KeyPress, in scopes: [Scope]) -> Action? {
        for scope in scopes {
            if let action = table(scope).id(for: press) { return action }
        }
        return nil
    }

    /// The commands of these scopes, each action once, and of its presses those that no earlier scope takes.
    func commands(in scopes: [Scope]) -> [Command<Action>] {
        var seen: Set<Action> = []
        var taken: Set<KeyPress> = []
        var commands: [Command<Action>] = []
        for scope in scopes {
            let own = table(scope).commands
            for command in own where !seen.contains(command.id) {
                let keys = command.keys.filter { !taken.contains($0) }
                commands.append(
                    Command(id: command.id, title: command.title, keys: keys, hint: command.hint, group: command.group))
            }
            seen.formUnion(own.map(\.id))
            taken.formUnion(own.flatMap(\.keys))
        }
        return commands
    }

    /// The press to show for an action, `nil` where it has none.
    func key(of action: Action, in scopes: [Scope]) -> KeyPress? {
        commands(in: scopes).first { $0.id == action }?.keys.first
    }
}
