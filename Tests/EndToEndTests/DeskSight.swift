/// What stands on a desk's screen at one moment, and where the terminal's cursor is.
struct DeskSight: Equatable, Sendable, CustomStringConvertible {
    let rows: [String]
    /// Its column and its row.
    let cursor: [Int]
    /// Whether it is the second screen, which the program has and the shell has not.
    let isOurs: Bool

    /// Reads what tmux tells: a line with the cursor's column and row, and the rows.
    init(_ output: String) {
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        let numbers = (lines.first ?? "").split(separator: " ").compactMap { Int($0) }
        (cursor, isOurs) = (Array(numbers.prefix(2)), numbers.last == 1)
        rows = Array(lines.dropFirst().dropLast())
    }

    var text: String { rows.joined(separator: "\n") }
    var cursorRow: String { cursor.last.flatMap { rows.indices.contains($0) ? rows[$0] : nil } ?? "" }
    var description: String { "cursor \(cursor)\n\(text)" }

    /// What does not belong on a screen of ours at 80×24; nil where all does.
    var fault: String? {
        if rows.count != 24 { return "there are \(rows.count) rows" }
        let strange = text.unicodeScalars.first { scalar in
            scalar == "\u{FFFD}" || (scalar.value < 0x20 && scalar != "\n") || 0x7F..<0xA0 ~= scalar.value
        }
        if let strange { return "there is U+\(String(strange.value, radix: 16, uppercase: true))" }
        if !rows[0].hasPrefix(" Oblik") { return "the first row is \(rows[0])" }
        if rows[23].allSatisfy({ $0 == " " }) { return "the footer is empty" }
        return nil
    }
}
