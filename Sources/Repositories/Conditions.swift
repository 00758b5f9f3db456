import Domain
import Postgres

/// Conditions joined by AND.
struct Conditions {
    private(set) var sql: SQL = "true"

    /// Adds a condition.
    mutating func add(_ condition: SQL) { sql = "\(sql) AND \(condition)" }

    /// Adds the condition that `make` builds of `value`, if there is one.
    mutating func add<Value>(_ value: Value?, _ make: (Value) -> SQL) {
        if let value { add(make(value)) }
    }

    /// Adds that every folded word of `text` stands somewhere in `column`.
    mutating func add(words text: String?, in column: SQL) {
        for word in SearchText.words(text ?? "") {
            add("\(column) LIKE \("%\(escapeLike(word))%")")
        }
    }

    /// Adds a filter's terms: `word` says what a row must fulfil for a word, `field` what for a field.
    mutating func add<Field: FilterField>(
        _ terms: FilterTerms<Field>, word: (String) throws -> SQL, field: (Field, FilterTest) throws -> SQL
    ) rethrows {
        for term in terms.terms {
            let condition =
                switch term.condition {
                case .word(let text): try word(text)
                case .field(let name, let test): try field(name, test)
                }
            add(condition, isNegated: term.isNegated)
        }
    }

    /// Adds a condition, or that it does not hold; a missing value fulfils nothing.
    mutating func add(_ condition: SQL, isNegated: Bool) {
        add(isNegated ? "(\(condition)) IS NOT TRUE" : "(\(condition))")
    }
}

/// `text` with the characters that LIKE gives a meaning to escaped.
func escapeLike(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        if scalar == "%" || scalar == "_" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
        escaped.unicodeScalars.append(scalar)
    }
    return escaped
}
