public import Wording

/// What stands in one column of one row.
public struct TableCell: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// What it says.
    public var content: Content
    /// What it means; a selected row shows its own role instead.
    public var role: Role

    /// Data, or words that are said in the canvas' language.
    public enum Content: Hashable, Sendable {
        case text(String)
        case phrase(Phrase)
    }

    /// A cell of data.
    public init(_ text: String, role: Role = .text) {
        content = .text(text)
        self.role = role
    }

    /// A cell of words.
    public init(phrase: Phrase, role: Role = .text) {
        content = .phrase(phrase)
        self.role = role
    }

    /// What it says in a language.
    public func text(in language: Language) -> String {
        switch content {
        case .text(let text): text
        case .phrase(let phrase): language.text(phrase)
        }
    }

    /// A cell in the role of text.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
