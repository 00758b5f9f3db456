/// A note of several lines in a field of one line: a sign stands for the end of each, and becomes one again.
enum NoteText {
    private static let sign = "⏎"

    /// A note as a field shows it.
    static func shown(_ note: String?) -> String {
        let lines = (note ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.map { FormField.oneLine(String($0)) }.joined(separator: sign)
    }

    /// What a field says, as a note.
    static func read(_ text: String) -> String { text.replacing(sign, with: "\n") }
}
