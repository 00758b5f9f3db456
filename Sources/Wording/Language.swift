/// A language that phrases are said in: a table of translations, the forms of its plural, and its numbers.
///
/// A translation may put the arguments in another order by numbers (`{2} від {1}`), and may choose the form of a word
/// by a number among them: `{1:рядок|рядки|рядків}` stands for that number and the word in its form. What the table
/// lacks is said in English.
public struct Language: Sendable {
    /// The code of ISO 639-1: `en`, `uk`.
    public let code: String
    /// What the language calls itself.
    public let name: String
    /// Between the units and the hundredths of an amount.
    public let decimalMark: String
    /// Between the digits of a number in groups of three.
    public let groupMark: String
    /// The parts of a day in their order.
    public let dayOrder: DayOrder

    private let plural: PluralRule
    private let table: [String: String]

    /// How a day of the calendar is written.
    public enum DayOrder: Hashable, Sendable {
        /// `2026-11-22`.
        case yearFirst
        /// `22.11.2026`.
        case dayFirst
    }

    /// A language of its own; English needs no table.
    ///
    /// The table has translations by English pattern; a noun by its form for one, with `|` between its forms.
    public init(
        code: String, name: String, plural: PluralRule, decimalMark: String, groupMark: String, dayOrder: DayOrder,
        table: [String: String]
    ) {
        (self.code, self.name, self.plural, self.table) = (code, name, plural, table)
        (self.decimalMark, self.groupMark, self.dayOrder) = (decimalMark, groupMark, dayOrder)
    }

    /// The language that all phrases are written in.
    ///
    /// Its groups are parted by blanks, since whoever types a decimal comma reads `1,250` as one and a quarter.
    public static let english = Language(
        code: "en", name: "English", plural: .english, decimalMark: ".", groupMark: " ", dayOrder: .yearFirst,
        table: [:])

    /// The phrase as it is said.
    public func text(_ phrase: Phrase) -> String {
        if phrase.arguments.isEmpty {
            // A noun by itself is said in its form for one.
            return table[phrase.pattern].map { form($0, for: 1) } ?? phrase.pattern
        }
        return Template(table[phrase.pattern] ?? phrase.pattern).filled(with: phrase.arguments, in: self)
    }

    /// A number with what it counts, in the form that the number asks for.
    public func counted(_ number: Int, one: String, many: String) -> String {
        guard let forms = table[one] else { return "\(digits(number)) \(number == 1 ? one : many)" }
        return "\(digits(number)) \(form(forms, for: number))"
    }

    /// A whole number, its digits in groups of three.
    public func digits(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index).isMultiple(of: 3) { text += groupMark }
            text.append(digit)
        }
        return text
    }

    /// The form for a number among forms that are parted by `|`.
    func form(_ forms: String, for number: Int) -> String {
        let all = forms.split(separator: "|", omittingEmptySubsequences: false)
        return all.isEmpty ? forms : String(all[min(plural.index(number), all.count - 1)])
    }

    /// The patterns and nouns of a phrase that the table lacks, those of its arguments included.
    public func missing(in phrase: Phrase) -> [String] {
        let own = phrase.pattern.contains { $0.isLetter } && table[phrase.pattern] == nil ? [phrase.pattern] : []
        return phrase.arguments.reduce(own) { found, argument in
            switch argument {
            case .text: found
            case .phrase(let phrase): found + missing(in: phrase)
            case .count(_, let one, _): table[one] == nil ? found + [one] : found
            }
        }
    }

    /// Every English pattern of the table, with its translation.
    public var translations: [String: String] { table }
}

/// Two languages are the same if their codes are.
extension Language: Hashable {
    /// Compares the codes.
    public static func == (one: Language, other: Language) -> Bool { one.code == other.code }

    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
