import TerminalUI
import Wording

/// What stands at the top of the help: the thing that is focused, and what there is to know of it.
struct HelpTopic: Hashable, Sendable {
    let title: Phrase
    /// Sentences; each begins on a line of its own.
    let sentences: [Phrase]

    /// The lines in `width` columns, the title first; at most `limit`.
    func lines(width: Int, limit: Int, in language: Language) -> [String] {
        let texts = [title] + sentences
        return Array(texts.flatMap { Self.wrap(language.text($0), width) }.prefix(max(limit, 0)))
    }

    /// Breaks a text between words; a word that is too wide stays whole and is cut where it is drawn.
    private static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, Canvas.width(of: last) + 1 + Canvas.width(of: String(word)) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
