import TerminalUI
package import Wording

/// The registry as documents: `docs/KEYS.md`, and `config/keys.toml` with every binding as a comment.
package enum KeysDocument {
    /// The keys of all presets in Markdown, a table for each scope.
    package static var markdown: String {
        let head = """
            # Keys
            Printed by `oblik keys --markdown` from the registry of actions; a test keeps the two equal.
            `oblik keys` shows the keys that hold for you, F1 those of the screen that you are on.

            The preset is the setting `keys` or the first line of `config/keys.toml`: `classic` unless you choose.
            The file gives single actions other keys, by the name in the first column. Letters work on a Ukrainian
            and a Russian layout too. Where two tables of a screen name the same key, the first one in the path
            *screen's own, from record to record, lists, moving, every screen* decides.

            """
        return ([head] + Scope.allCases.map(table) + [words]).joined(separator: "\n")
    }

    /// A key file in which every line is a comment, with the classic keys.
    package static var file: String {
        let head = """
            # Which keys do what. Take the # away from a line to change it; `oblik keys` shows what holds then.
            # Presses: letters and signs as they are, f1 to f24, enter, tab, escape, space, up, pagedown and so on,
            # with ctrl+, alt+, shift+ before them. An empty list takes the key away. It is read at the start.

            # preset = "classic"    # classic, modern, vim

            """
        let tables = Scope.allCases.map { scope in
            let lines = Keymap.classic.table(scope).commands.map { command in
                let names = command.keys.map { "\"\(escaped($0.name))\"" }.joined(separator: ", ")
                return "# \(name(of: command.id, in: scope)) = [\(names)]    # \(command.title.english)"
            }
            return (["[\(scope.rawValue)]"] + lines).joined(separator: "\n") + "\n"
        }
        return ([head] + tables).joined(separator: "\n")
    }

    /// The keys that hold, as lines for people.
    package static func lines(_ keymap: Keymap, in language: Language) -> [String] {
        Scope.allCases.flatMap { scope in
            let commands = keymap.table(scope).commands.map { command in
                let keys = CommandEntry(command).keyText(in: language)
                let padding = String(repeating: " ", count: max(1, 26 - Canvas.width(of: keys)))
                return "  \(keys)\(padding)\(language.text(command.title))"
            }
            return ["", language.text(scope.title)] + commands
        }
    }

    private static func table(_ scope: Scope) -> String {
        let maps = Keymap.Preset.allCases.map { Keymap($0).table(scope) }
        let head = """
            ## \(scope.title.english)
            | `\(scope.rawValue).` | does | classic | modern | vim |
            |---|---|---|---|---|
            """
        let rows = ActionRegistry.entries.filter { $0.scope == scope }.map { entry in
            let keys = maps.map { map in
                let presses = map.command(entry.action)?.keys ?? []
                return presses.map { "`\(escapedCell($0.label))`" }.joined(separator: " ")
            }.map { $0.isEmpty ? entry.word.map { "`:\($0.word)`" } ?? "" : $0 }
            let same = keys.allSatisfy { $0 == keys[0] }
            let cells = same ? [keys[0], "", ""] : keys
            return "| `\(entry.name)` | \(entry.title.english) | \(cells.joined(separator: " | ")) |"
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    /// The words of the palette and what may stand behind them.
    private static var words: String {
        let head = """
            ## Words of the palette
            `^P` or `:` opens the palette. A word calls a command, and what stands behind it is completed as it is
            typed. What can't be used is told in place, and nothing that was typed is lost. `Up` on an empty line
            brings back what was done before.

            | word | does |
            |---|---|
            """
        let rows = ActionRegistry.entries.compactMap { entry in
            entry.word.map { "| `\($0.usage(in: .english))` | \(entry.title.english) |" }
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    private static func name(of action: Action, in scope: Scope) -> String {
        ActionRegistry.entries.first { $0.scope == scope && $0.action == action }?.name ?? ""
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) }
    }

    /// A bar parts the cells of a table.
    private static func escapedCell(_ text: String) -> String {
        text.reduce(into: "") { $0 += $1 == "|" ? "\\|" : String($1) }
    }
}
