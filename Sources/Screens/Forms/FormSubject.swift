import Domain
import Wording

/// What a form is for: its fields, and the operation that they make together.
protocol FormSubject: Sendable {
    /// Its name in the path: `New customer`.
    var title: Phrase { get }
    /// What stands above the fields.
    var facts: [DetailFact] { get }
    /// The fields, empty.
    var fields: [FormField] { get }
    /// What stands in the fields at first, by name; for an edit, the record as it is.
    var texts: [String: String] { get }

    /// The operation, or `nil` if nothing would be changed.
    /// - Throws: `InvalidInput` with every rule that the values break.
    func query(_ values: FormValues) throws(InvalidInput) -> Query?
    /// What the screens are told when it is done, and what the operator is.
    func outcome(_ record: Record) -> (News, Phrase)
    /// Reads the record anew after somebody else has changed it; `nil` for forms that can't meet this.
    var reread: Query? { get }
    /// Goes on from the record as it is now.
    mutating func rebase(on record: Record)
}

extension FormSubject {
    var facts: [DetailFact] { [] }
    var reread: Query? { nil }
    mutating func rebase(on record: Record) {}
}
