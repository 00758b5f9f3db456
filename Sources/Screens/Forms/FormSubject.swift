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
    /// The version that the edit starts from; `nil` for what has none.
    var version: Int? { get }
    /// Goes on from the record as it is now.
    mutating func rebase(on record: Record)

    /// Asks what the field may hold where this was typed; `nil` for a field without such a list.
    func suggest(_ field: String, _ typed: String) -> Query?
    /// What of the answer the field may hold where this was typed.
    func suggestions(_ field: String, _ typed: String, in reply: Reply) -> [FieldSuggestion]

    /// Asks for records that have this text in the field already; `nil` for a field in which many may be alike.
    func twins(_ field: String, _ text: String) -> Query?
    /// What to say of a record that has the text already; `nil` if it is the one that is edited.
    func warning(_ field: String, of twin: Record) -> Phrase?
}

extension FormSubject {
    var facts: [DetailFact] { [] }
    var reread: Query? { nil }
    var version: Int? { nil }
    mutating func rebase(on record: Record) {}
    func suggest(_ field: String, _ typed: String) -> Query? { nil }
    func suggestions(_ field: String, _ typed: String, in reply: Reply) -> [FieldSuggestion] { [] }
    func twins(_ field: String, _ text: String) -> Query? { nil }
    func warning(_ field: String, of twin: Record) -> Phrase? { nil }
}
