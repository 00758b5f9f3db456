/// A filter as people type it, understood: rows must fulfil every term.
///
/// It is printed as text that is read as the same value again.
package struct FilterTerms<Field: FilterField>: Hashable, Sendable {
    package var terms: [FilterTerm<Field>]

    package init(_ terms: [FilterTerm<Field>] = []) { self.terms = terms }

    package var isEmpty: Bool { terms.isEmpty }

    /// The words and texts that the search must find.
    package var words: [String] {
        terms.compactMap { term in
            if case .word(let word) = term.condition, !term.isNegated { word } else { nil }
        }
    }

    /// Whether a term is about `field`.
    package func mention(_ field: Field) -> Bool {
        terms.contains { term in
            if case .field(field, _) = term.condition { true } else { false }
        }
    }
}

extension FilterTerms: CustomStringConvertible {
    package var description: String { terms.map(\.description).joined(separator: " ") }
}

extension FilterTerm: CustomStringConvertible {
    package var description: String {
        switch condition {
        case .word(let word):
            let isPlain = FilterText.isPlain(word) && Field.choice(named: word) == nil
            return sign + (isPlain ? word : FilterText.quoted(word))
        case .field(let field, let test): return "\(sign)\(field.rawValue):\(test.description)"
        }
    }

    private var sign: String { isNegated ? "-" : "" }
}

extension FilterTest: CustomStringConvertible {
    package var description: String {
        let values =
            switch self {
            case .text(let texts): texts.map { FilterText.isPlain($0) ? $0 : FilterText.quoted($0) }
            case .code(let codes): codes.map(FilterText.code)
            case .number(let ranges): ranges.map { $0.text(\.description) }
            case .money(let ranges): ranges.map { $0.text(\.description) }
            case .date(let ranges, _): ranges.map { $0.text(\.description) }
            case .choice(let words): words
            }
        return values.joined(separator: ",")
    }
}

/// How values are written in a filter.
enum FilterText {
    /// Whether a text can stand without quotes wherever it is.
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || isDigit(first) else {
            return false
        }
        return text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || isDigit($0) || $0 == "-" || $0 == "@" }
    }

    static func quoted(_ text: String) -> String {
        "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }

    static func code(_ code: String) -> String {
        let isBeginning = code.hasSuffix("*")
        let text = isBeginning ? String(code.dropLast()) : code
        return (text.isEmpty || isPlain(text) ? text : quoted(text)) + (isBeginning ? "*" : "")
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
