package import Wording

/// A part of a filter that was not understood.
package struct FilterMistake: Hashable, Sendable {
    /// Where it stands in the text, in characters from its beginning.
    package let range: Range<Int>
    /// The field as it was typed, empty where there is none.
    package let field: String
    /// The rule's short name, stable for programs: `unknown-field`, `choice`, `number`, `money`, `date`.
    package let rule: String
    /// The rule as a sentence for people, which says what would be right.
    package let message: Phrase

    init(_ range: Range<Int>, field: String = "", _ rule: String, _ message: Phrase) {
        (self.range, self.field, self.rule, self.message) = (range, field, rule, message)
    }
}
