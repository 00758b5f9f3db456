import Domain
import TerminalUI
import Wording

/// A record that has a screen of its own, with the rows that belong to it.
protocol DetailSubject: Sendable {
    associatedtype Rows: ListRows

    static var scopes: [Scope] { get }
    var crumb: Phrase { get }
    /// The rows below the record's facts, and which of them.
    var rows: Rows { get }
    var filter: Rows.Filter { get }
    /// Reads the record itself.
    var query: Query { get }
    /// What is known of the record, the most important first.
    var facts: [DetailFact] { get }

    /// The record as it is now, or another one, which is no matter of this screen's.
    mutating func take(_ record: Record)
    /// Why an action can't be done on the record; `nil` if it can.
    func refusal(of action: Action) -> Phrase?
    func perform(_ action: Action) -> [Step]?
}

extension DetailSubject {
    func refusal(of action: Action) -> Phrase? { nil }
}
