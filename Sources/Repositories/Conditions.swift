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
            add(standing(word, in: column))
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

/// That a folded text stands somewhere in `column`, which has an index of trigrams.
///
/// A text without three letters or digits in a row has none: the whole index would be read, which takes longer than
/// the table does. In another collation the column is not the one of the index.
func standing(_ text: String, in column: SQL) -> SQL {
    let pattern = "%\(escapeLike(text))%"
    let hasTrigram = text.split { !$0.isLetter && !$0.isNumber }.contains { $0.unicodeScalars.count >= 3 }
    return hasTrigram ? "\(column) LIKE \(pattern)" : "\(column) COLLATE \"C\" LIKE \(pattern)"
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
