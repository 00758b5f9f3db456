import TerminalUI

/// A named value of a record.
struct DetailFact: Hashable, Sendable {
    let label: String
    let value: String
    let role: CellRole

    init(_ label: String, _ value: String, role: CellRole = .text) {
        (self.label, self.value, self.role) = (label, value, role)
    }
}
