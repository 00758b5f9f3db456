import Domain

/// The texts of a form's fields by their names.
struct FormValues: Hashable, Sendable {
    private let texts: [String: String]

    init(_ texts: [String: String]) { self.texts = texts }

    /// The text of the field; empty for one that the form doesn't have.
    subscript(_ name: String) -> String { texts[name] ?? "" }

    /// The text of an optional field: none if it is empty.
    func optional(_ name: String) -> String? { self[name].isEmpty ? nil : self[name] }
}

extension FormValues {
    /// The edit of a field: its text if it is no longer what it was.
    func edit(_ name: String, from old: String) -> Edit<String> { self[name] == old ? .keep : .set(self[name]) }

    func optionalEdit(_ name: String, from old: String) -> Edit<String?> {
        self[name] == old ? .keep : .set(optional(name))
    }

    /// The edit of a note, whose lines end where the signs for that stand.
    func noteEdit(_ name: String, from old: String) -> Edit<String?> {
        self[name] == old ? .keep : .set(optional(name).map(NoteText.read))
    }
}
