/// What a picture says to somebody who does not see it.
///
/// Tables, fields, the message line and the path tell it themselves (``PictureNotes``); of everything else the rows in
/// the role of a selection are read, and where there is none of them, the row of the cursor.
struct Spoken: Hashable, Sendable {
    /// A field that is typed into.
    struct Field: Hashable, Sendable {
        let label: String
        let text: String
    }

    var place = ""
    var summary = ""
    var message = ""
    var row = ""
    var field: Field?

    init() {}

    init(_ canvas: Canvas) {
        let notes = canvas.notes ?? PictureNotes()
        (place, summary, message) = (notes.place, notes.summary, notes.message)
        field = notes.field.map { Field(label: Self.label(on: canvas), text: $0) }
        row = Self.row(notes, canvas)
    }

    private static func row(_ notes: PictureNotes, _ canvas: Canvas) -> String {
        let told = notes.row.filter { !$0.text.allSatisfy { $0 == " " } }
        if !told.isEmpty {
            return told.map { $0.title.isEmpty ? $0.text : "\($0.title): \($0.text)" }.joined(separator: ", ")
        }
        let selected = (0..<canvas.size.height).lazy.map { text(canvas, y: $0, of: .selection) }.first { !$0.isEmpty }
        if let selected { return selected }
        guard notes.field == nil, notes.message.isEmpty, let cursor = canvas.cursor else { return "" }
        return text(canvas, y: cursor.y, of: nil)
    }

    /// What stands before the field on its row.
    private static func label(on canvas: Canvas) -> String {
        guard let cursor = canvas.cursor else { return "" }
        let cells = canvas.row(cursor.y)
        let start = cells.firstIndex { $0.role == Role.fieldFocus.rawValue } ?? cursor.x
        return words(cells.prefix(start))
    }

    /// The cells of a role in a row, or all of them, as words.
    private static func text(_ canvas: Canvas, y: Int, of role: Role?) -> String {
        words(canvas.row(y).filter { role == nil || $0.role == role?.rawValue })
    }

    /// Cells as text in which a wide gap is a comma; signs that only draw are left out.
    private static func words(_ cells: some Sequence<Cell>) -> String {
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var gap = 0
        for cell in cells where cell.width > 0 {
            guard let scalar = Unicode.Scalar(cell.scalar) else { continue }
            gap = scalar == " " ? gap + 1 : 0
            if gap == 2 {
                parts.append(String(part))
                part.removeAll()
            } else if gap < 2 {
                part.append(scalar)
            }
        }
        parts.append(String(part))
        return parts.map { $0.trimmed }.filter { $0.contains { $0.isLetter || $0.isNumber } }.joined(separator: ", ")
    }
}

extension String {
    /// Without the blanks and the signs of rows at its ends.
    fileprivate var trimmed: String {
        let front = drop { $0 == " " || $0 == ">" }
        return String(
            front.prefix(front.lastIndex { $0 != " " }.map { front.distance(from: front.startIndex, to: $0) + 1 } ?? 0))
    }
}
