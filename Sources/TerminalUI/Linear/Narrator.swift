/// Tells pictures one after the other as lines of text: of each only what it says anew.
///
/// A field that is typed into stands at the end without a line break, and what is typed is written behind it, as any
/// program does that asks for a line.
public struct Narrator: Sendable {
    /// The most characters that one line tells.
    public static let maximumLine = 2000

    private var last = Spoken()
    /// Whether the last thing written was a field.
    private var isInField = false

    /// A narrator that has told nothing.
    public init() {}

    /// What is to be written for a picture; empty where it says nothing new.
    public mutating func tell(_ canvas: Canvas) -> String {
        let new = Spoken(canvas)
        defer { last = new }
        var lines: [String] = []
        if new.place != last.place, !new.place.isEmpty { lines.append("== \(new.place)") }
        if new.summary != last.summary, !new.summary.isEmpty { lines.append(new.summary) }
        if new.row != last.row, !new.row.isEmpty { lines.append("> \(new.row)") }
        if new.message != last.message, !new.message.isEmpty { lines.append("* \(new.message)") }
        if lines.isEmpty, isInField, let field = new.field, let old = last.field, field.label == old.label {
            return echo(field, after: old)
        }
        return text(lines, new.field)
    }

    /// The whole picture, row by row, whatever was told before.
    public mutating func readOut(_ canvas: Canvas) -> String {
        let rows = canvas.text.filter { !$0.isEmpty }
        last = Spoken(canvas)
        return text(rows, last.field)
    }

    private mutating func text(_ lines: [String], _ field: Spoken.Field?) -> String {
        guard !lines.isEmpty || field != last.field else { return "" }
        var text = isInField ? "\n" : ""
        for line in lines { text += safe(line) + "\n" }
        isInField = field != nil
        if let field { text += prompt(field) }
        return text
    }

    /// What was typed behind the text, or the field anew where it was changed elsewhere.
    private func echo(_ field: Spoken.Field, after old: Spoken.Field) -> String {
        if field.text == old.text { return "" }
        if field.text.hasPrefix(old.text) { return safe(String(field.text.dropFirst(old.text.count))) }
        return "\n" + prompt(field)
    }

    private func prompt(_ field: Spoken.Field) -> String {
        safe(field.label.isEmpty ? field.text : "\(field.label): \(field.text)")
    }

    /// Data is in what is told, so it is made safe here as it is on its way into cells.
    private func safe(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        var scalars = SafeScalars(replacement: "?")
        scalars.forEach(in: text) { scalar, _ in
            if let scalar = Unicode.Scalar(scalar) { safe.append(scalar) }
            return safe.count < Self.maximumLine
        }
        return String(safe)
    }
}
