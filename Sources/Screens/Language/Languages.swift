package import Wording

/// The languages that the screens speak.
package enum Languages {
    /// The language with that code, or for `auto` the one that the locale names; English where it is another.
    ///
    /// Of the process' variables, `LC_ALL`, `LC_MESSAGES` and `LANG` are asked in this order (POSIX, Base
    /// Definitions 8.2).
    package static func chosen(_ code: String, environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let wanted = code == "auto" ? String((locale ?? "").prefix { $0.isLetter }) : code
        // English needs no table, and does not have one made.
        return wanted == "uk" ? ukrainian : .english
    }

    /// Ukrainian; the translations stand in files by screen.
    static let ukrainian = Language(
        code: "uk", name: "Українська", plural: .ukrainian, decimalMark: ",", groupMark: " ", dayOrder: .dayFirst,
        table: UkrainianTable.all)
}

/// Translations by English pattern.
enum UkrainianTable {
    static let all: [String: String] = [
        actions,
        shell,
        lists,
        entry,
        more,
        craft,
        terminal,
        rows,
        themes,
        forms,
        palette,
        views,
        access,
    ].reduce(into: [:]) { table, part in table.merge(part) { first, _ in first } }
}
