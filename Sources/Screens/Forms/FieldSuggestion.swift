import Wording

/// A value that a field may take, offered in the list below it.
struct FieldSuggestion: Hashable, Sendable {
    /// What is put into the field.
    let value: String
    let title: Phrase
    /// What tells it from others of the name.
    let remark: String

    /// A value that is shown as it is.
    init(_ value: String, remark: String = "") {
        self.init(value, title: Phrase(verbatim: value), remark: remark)
    }

    init(_ value: String, title: Phrase, remark: String = "") {
        (self.value, self.title, self.remark) = (value, title, remark)
    }
}
