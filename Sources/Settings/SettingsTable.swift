/// Settings as a table for people.
enum SettingsTable {
    /// The value of a setting as it may be shown.
    struct Row: Sendable {
        let key: String
        let value: String
        let source: String

        /// The text of a secret is dropped here, so that no later step can show it.
        init(key: SettingKey, text: String?, source: SettingSource?) {
            self.key = key.rawValue
            value = text.map { key.specification.isSecret ? Secret.placeholder : $0.onOneLine } ?? "–"
            self.source = text == nil ? "unset" : (source ?? .defaults).description
        }
    }

    /// Lines with the columns under each other.
    static func aligned(_ rows: [Row]) -> String {
        let cells = [["key", "value", "source"]] + rows.map { [$0.key, $0.value, $0.source] }
        let widths = (0..<3).map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { line in
            let padded = zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return padded.joined(separator: "  ").trimmedEnd
        }.joined(separator: "\n")
    }
}

extension Settings: CustomStringConvertible {
    /// Every setting with its value (a placeholder for a secret) and the place that it comes from.
    public func describe() -> String { SettingsTable.aligned(rows) }

    /// As ``describe()``.
    public var description: String { describe() }

    /// The table of all settings in Markdown: `config/README.md` holds it, and a test keeps the two equal.
    public static var documentation: String {
        let head = ["| key | variable | must be | default | what it is |", "|---|---|---|---|---|"]
        let rows = SettingKey.allCases.map { key in
            let row = key.specification
            let notes = (row.isSecret ? "; secret" : "") + (row.mayBeInFile ? "" : "; not in a file")
            let value = row.defaultValue.map { "`\($0)`" } ?? row.unset
            let cells = ["`\(key.rawValue)`", "`\(key.variable)`", row.rule.requirement, value, row.purpose + notes]
            return "| " + cells.joined(separator: " | ") + " |"
        }
        return (head + rows).joined(separator: "\n") + "\n"
    }
}

extension String {
    /// With a mark in the place of each control character, so that a value cannot command a terminal.
    var onOneLine: String {
        let safe = unicodeScalars.map { $0.value < 0x20 || (0x7f...0x9f).contains($0.value) ? "\u{fffd}" : $0 }
        return String(String.UnicodeScalarView(safe))
    }

    /// Without blanks at the end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
