import Domain
import TerminalUI
import Wording

/// Finds commands by what people remember of them: a word, the beginning of one, some letters, a key.
enum CommandSearch {
    /// The entries that fit `text`, the best first; all of them, in their order, for no text.
    static func rank(_ entries: [CommandEntry], by text: String, in language: Language) -> [CommandEntry] {
        let wanted = SearchText.fold(text)
        if wanted.isEmpty { return entries }
        let scored = entries.enumerated().compactMap { index, entry in
            score(entry, wanted, typed: text, language).map { (entry, $0, index) }
        }
        return scored.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.2 < $1.2 }.map(\.0)
    }

    /// Smaller is better; `nil` fits not at all.
    private static func score(_ entry: CommandEntry, _ wanted: String, typed: String, _ language: Language) -> Int? {
        if entry.presses.contains(where: { $0.label == typed || $0.label.lowercased() == wanted }) { return 0 }
        if let word = entry.word?.word {
            if word == wanted { return 0 }
            if word.hasPrefix(wanted) { return 1 }
        }
        let title = SearchText.fold(language.text(entry.title))
        if title.hasPrefix(wanted) { return 1 }
        if (" " + title).contains(" " + wanted) { return 2 }
        if title.contains(wanted) { return 3 }
        return contains(title, scattered: wanted) ? 4 : nil
    }

    /// Whether the letters of `wanted` stand in `title` in their order, whatever is between them.
    private static func contains(_ title: String, scattered wanted: String) -> Bool {
        var rest = title[...]
        for letter in wanted where letter != " " {
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }
}
