import TerminalUI
import Wording

/// One thing that can be done in a scope: the single source for dispatch, footer, help, palette, `config/keys.toml`
/// and `docs/KEYS.md`.
struct ActionEntry: Sendable {
    let scope: Scope
    let action: Action
    /// What `config/keys.toml` calls it within its scope.
    let name: String
    let title: Phrase
    /// A word for the footer; without one it stays out of it.
    let hint: Phrase?
    /// The word that calls it in the palette; where an action is in several scopes, one of its entries has it.
    let word: CommandWord?
    private let keys: [Keymap.Preset: String]

    /// An entry with its presses, parted by blanks; a preset that is not named has the classic ones.
    init(
        _ scope: Scope, _ action: Action, _ name: String, _ title: Phrase, keys classic: String, modern: String? = nil,
        vim: String? = nil, hint: Phrase? = nil, word: CommandWord? = nil
    ) {
        (self.scope, self.action, self.name, self.title, self.hint) = (scope, action, name, title, hint)
        self.word = word
        keys = [.classic: classic, .modern: modern ?? classic, .vim: vim ?? classic]
    }

    /// The name with its scope: `list.filter`.
    var fullName: String { "\(scope.rawValue).\(name)" }

    /// The command with the preset's presses, or with `presses` in their place.
    func command(_ preset: Keymap.Preset, presses: [KeyPress]? = nil) -> Command<Action> {
        let usual = Command(action, title, keys: keys[preset] ?? "", hint: hint, group: scope.title)
        guard let presses else { return usual }
        return Command(id: action, title: title, keys: presses, hint: hint, group: scope.title)
    }
}
