import Wording

/// What can be asked of a field.
package enum FilterKind: Hashable, Sendable {
    /// Any of these texts stands in it, whatever the case and accents.
    case text
    /// It is one of these codes; `A-*` is all that begin so.
    case code
    case number, money, date
    /// One of its words.
    case choice([FilterChoice])

    package var choices: [FilterChoice] {
        if case .choice(let choices) = self { choices } else { [] }
    }

    /// The rule's short name, stable for programs.
    var rule: String {
        switch self {
        case .text: "text"
        case .code: "code"
        case .number: "number"
        case .money: "money"
        case .date: "date"
        case .choice: "choice"
        }
    }

    /// What would be right for the field `name`.
    func demand(of name: String) -> Phrase {
        switch self {
        case .text: "\(name): a text to look for, in quotes if it has blanks"
        case .code: "\(name): a code, such as A-100, or A-* for all that begin so"
        case .number: "\(name): a whole number, such as 5, >5, 5.. or 5..9"
        case .money: "\(name): an amount, such as 12.50, >500, 100.. or 100..250"
        case .date: "\(name): a date, such as 2026, 2026-01, 2026-01-15, today or 2026-01.."
        case .choice(let choices): "\(name): one of \(choices.map(\.word).joined(separator: ", "))"
        }
    }
}
