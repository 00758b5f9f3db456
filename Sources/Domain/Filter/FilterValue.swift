/// What a row has in a field of a filter, as far as the row itself tells.
package enum FilterValue: Hashable, Sendable {
    case text(String?)
    /// A telephone number, which is looked for by its digits.
    case phone(String?)
    case code(String?)
    case number(Int64)
    case money(Money)
    case moment(Moment)
    case choice(String)
}

extension FilterTest {
    /// Whether a row with this value fulfils the condition; the database decides the same way.
    package func holds(_ value: FilterValue) -> Bool {
        switch (self, value) {
        case (.text(let texts), .text(let text)):
            let folded = SearchText.fold(text)
            return text != nil && texts.contains { folded.contains(SearchText.fold($0)) }
        case (.text(let texts), .phone(let number)):
            let digits = SearchText.digits(number)
            return texts.map { SearchText.digits($0) }.contains { !$0.isEmpty && digits.contains($0) }
        case (.code(let codes), .code(let code?)):
            let small = code.lowercased()
            return codes.map { $0.lowercased() }.contains { wanted in
                wanted.hasSuffix("*") ? small.hasPrefix(wanted.dropLast()) : small == wanted
            }
        case (.number(let ranges), .number(let number)): return ranges.contains { $0.contains(number) }
        case (.money(let ranges), .money(let money)): return ranges.contains { $0.contains(money) }
        case (.date(let ranges, let offset), .moment(let moment)):
            let day = CivilDay(moment, offsetSeconds: offset)
            return ranges.contains { $0.contains(day) }
        case (.choice(let words), .choice(let word)): return words.contains(word) || words.contains("any")
        default: return false
        }
    }
}

extension FilterRange {
    /// Whether a value lies in the range.
    func contains(_ value: Bound) -> Bool { (lower.map { $0 <= value } ?? true) && (upper.map { $0 >= value } ?? true) }
}

extension FilterTerms {
    /// Whether a row may fulfil every term: `search` is the text that words are looked for in, `value` what the row has
    /// in a field; what is not known of it, `nil`, may be so.
    package func mayHold(search: String?, value: (Field) -> FilterValue?) -> Bool {
        terms.allSatisfy { term in
            let holds: Bool? =
                switch term.condition {
                case .word(let word): search?.contains(SearchText.fold(word))
                case .field(let field, let test): value(field).map(test.holds)
                }
            return holds.map { $0 != term.isNegated } ?? true
        }
    }
}
