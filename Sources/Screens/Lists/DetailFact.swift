import TerminalUI
import Wording

/// A named value of a record.
struct DetailFact: Hashable, Sendable {
    let label: Phrase
    let value: Phrase
    let role: CellRole

    /// A value that is data.
    init(_ label: Phrase, _ value: String, role: CellRole = .text) {
        self.init(label, phrase: Phrase(verbatim: value), role: role)
    }

    /// A value in words.
    init(_ label: Phrase, phrase: Phrase, role: CellRole = .text) {
        (self.label, value, self.role) = (label, phrase, role)
    }
}
