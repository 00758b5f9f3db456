import TerminalUI
import Wording

/// What is said about a field, below it and on the message line.
enum FieldRemark: Hashable, Sendable {
    /// A rule that the text breaks; it goes as soon as the form keeps the rule.
    case broken(Phrase)
    /// What the services refused the text for; it goes when the text is changed.
    case refused(Phrase)
    /// Another record has the same; that may be meant.
    case warning(Phrase)
    /// What somebody else has made of the field meanwhile.
    case news(Phrase)

    var text: Phrase {
        switch self {
        case .broken(let text), .refused(let text), .warning(let text), .news(let text): text
        }
    }

    var isFault: Bool {
        switch self {
        case .broken, .refused: true
        case .warning, .news: false
        }
    }

    var role: CellRole { isFault ? .error : .warning }

    /// Stands before the field, for terminals without colours and where there is no room for the text.
    var mark: String {
        switch self {
        case .broken, .refused: "!"
        case .warning: "?"
        case .news: "*"
        }
    }
}
