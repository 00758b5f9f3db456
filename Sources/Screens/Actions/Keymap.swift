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
        scopes.indices.flatMap { index in
            table(scopes[index]).commands.compactMap { visible($0, behind: scopes[..<index]) }
        }
    }

    /// The command that does an action where these scopes hold.
    func command(_ action: Action, in scopes: [Scope]) -> Command<Action>? {
        for index in scopes.indices {
            if let command = table(scopes[index]).command(action) { return visible(command, behind: scopes[..<index]) }
        }
        return nil
    }

    /// The words of the footer with their presses, at most `limit`: of these actions, or of all that have one.
    ///
    /// It is asked for each picture, so it looks at no more commands than it needs.
    func hints(in scopes: [Scope], of actions: [Action]?, limit: Int) -> [FooterHint] {
        let wanted = actions ?? scopes.flatMap { table($0).commands.filter { $0.hint != nil }.map(\.id) }
        var seen: Set<Action> = []
        var found: [FooterHint] = []
        for action in wanted where found.count < limit && seen.insert(action).inserted {
            if let hint = command(action, in: scopes).flatMap(FooterHint.init) { found.append(hint) }
        }
        return found
    }

    /// A command with the presses that no earlier scope takes; `nil` if an earlier one has its action.
    private func visible(_ command: Command<Action>, behind earlier: ArraySlice<Scope>) -> Command<Action>? {
        if earlier.isEmpty { return command }
        let tables = earlier.map(table)
        guard !tables.contains(where: { $0.command(command.id) != nil }) else { return nil }
        let keys = command.keys.filter { press in !tables.contains { $0.id(for: press) != nil } }
        return Command(id: command.id, title: command.title, keys: keys, hint: command.hint, group: command.group)
    }
}
