import Wording

/// A record that somebody else has changed while it stood in a form: a row for each field in which it differs.
struct FormConflict: Hashable, Sendable {
    /// Whose text the field is saved with.
    enum Choice: Hashable, Sendable {
        case undecided, theirs, mine
    }

    /// One field: what it was, what somebody else has made of it, and what stands here.
    struct Row: Hashable, Sendable {
        let field: String
        let label: Phrase
        let base: String
        let theirs: String
        /// What was typed here; kept while theirs stands in the field.
        var mine: String
        var choice: Choice
    }

    private(set) var rows: [Row] = []

    var isEmpty: Bool { rows.isEmpty }

    /// The first field that nobody has decided about.
    var undecided: Row? { rows.first { $0.choice == .undecided } }

    subscript(field: String) -> Row? { rows.first { $0.field == field } }

    /// Puts a row in the place of the field's older one, or behind the others.
    mutating func put(_ row: Row) {
        if let index = rows.firstIndex(where: { $0.field == row.field }) { rows[index] = row } else { rows.append(row) }
    }

    mutating func remove(_ field: String) { rows.removeAll { $0.field == field } }

    mutating func choose(_ choice: Choice, for field: String) {
        if let index = rows.firstIndex(where: { $0.field == field }) { rows[index].choice = choice }
    }

    /// Somebody has typed in a field: what stands there now is meant.
    mutating func note(typed text: String, in field: String) {
        guard let index = rows.firstIndex(where: { $0.field == field }) else { return }
        (rows[index].mine, rows[index].choice) = (text, .mine)
    }
}
