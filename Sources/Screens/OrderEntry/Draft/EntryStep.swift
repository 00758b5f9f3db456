/// What one entry changed in an order: enough to do it and to undo it.
struct EntryStep: Hashable, Sendable {
    /// A note in place of another; `nil` is none.
    struct NoteChange: Hashable, Sendable {
        let before: String?
        let after: String?
    }

    var lines: [LineChange] = []
    var note: NoteChange?

    var isEmpty: Bool { lines.isEmpty && note == nil }

    /// The step that takes this one back.
    var inverse: EntryStep {
        EntryStep(
            lines: lines.reversed().map(\.inverse), note: note.map { NoteChange(before: $0.after, after: $0.before) })
    }
}
