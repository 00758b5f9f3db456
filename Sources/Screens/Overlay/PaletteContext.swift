import TerminalUI
import Wording

/// What the palette knows of the program while it is open.
struct PaletteContext: Sendable {
    /// Everything that can be done here, in the order of its help.
    let commands: [CommandEntry]
    let format: Format
    let themes: ThemeChoice
    /// The lines that were done before, the latest last.
    let history: [String]
    /// The saved views of all lists.
    let views: [SavedView]

    var language: Language { format.language }

    /// The entry that a word calls, typed on a Cyrillic layout too.
    func command(called word: String) -> CommandEntry? {
        let typed = word.lowercased()
        let latin = String(
            String.UnicodeScalarView(
                typed.unicodeScalars.map { scalar in
                    if case .character(let latin) = KeyPress(.character(scalar)).latin.key { latin } else { scalar }
                }))
        return commands.first { $0.word?.word == typed } ?? commands.first { $0.word?.word == latin }
    }
}
