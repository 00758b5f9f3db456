import Domain
import Postgres

extension FilterTest {
    /// What a row must fulfil, whose value is `column`.
    ///
    /// `search` is the folded text of the row that the value is a part of: it has an index, so that a text is looked
    /// for in there first.
    func sql(_ column: SQL, within search: SQL? = nil) -> SQL {
        switch self {
        case .text(let texts): Self.any(texts) { Self.contains($0, column, within: search) }
        case .code(let codes): Self.any(codes) { Self.code($0, column) }
        case .number(let ranges): Self.any(ranges) { $0.sql(column) { "\($0)::bigint" } }
        case .money(let ranges): Self.any(ranges) { $0.sql(column) { "\($0)::numeric" } }
        case .date(let ranges, let offset): Self.any(ranges) { Self.days($0, column, offset) }
        case .choice(let words): "\(column) = ANY (\(words)::text[])"
        }
    }

    /// What a row must fulfil that has `archived_at`.
    var archived: SQL {
        guard case .choice(let words) = self, !words.contains("any"), Set(words).count == 1 else { return "true" }
        return words.contains("yes") ? "archived_at IS NOT NULL" : "archived_at IS NULL"
    }

    /// What a row must fulfil whose telephone number has these digits.
    func digits(_ column: SQL) -> SQL {
        guard case .text(let texts) = self else { return "false" }
        return Self.any(texts) { text in
            let digits = SearchText.digits(text)
            return digits.isEmpty ? "false" : "\(column) LIKE \("%\(digits)%")"
        }
    }

    private static func any<Value>(_ values: [Value], _ sql: (Value) -> SQL) -> SQL {
        values.isEmpty ? "false" : "(\(values.map(sql).joined(" OR ")))"
    }

    /// That the folded `text` stands in `column`, folded likewise.
    static func contains(_ text: String, _ column: SQL, within search: SQL?) -> SQL {
        let wanted = SearchText.fold(text)
        let itself: SQL = "\(folded(column)) LIKE \("%\(escapeLike(wanted))%")"
        return search.map { "(\(standing(wanted, in: $0)) AND \(itself))" } ?? itself
    }

    /// The text of a column as ``SearchText/fold(_:)`` leaves it.
    private static func folded(_ column: SQL) -> SQL {
        let (from, to) = SearchText.singleLetters
        return """
            translate(replace(replace(replace(lower(\(column) COLLATE "uk-x-icu"),
                'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), \(from)::text, \(to)::text)
            """
    }

    /// The bounds with `~>=~` go down the index on beginnings, in a generic plan too.
    private static func code(_ code: String, _ column: SQL) -> SQL {
        let name = code.lowercased()
        guard name.hasSuffix("*") else { return "lower(\(column)) = lower(\(name))" }
        let start = String(name.dropLast())
        return "(lower(\(column)) ~>=~ \(start) AND lower(\(column)) ~<~ \(start + "\u{10FFFF}"))"
    }

    private static func days(_ range: FilterRange<CivilDay>, _ column: SQL, _ offset: Int) -> SQL {
        var conditions = Conditions()
        conditions.add(range.lower) { "\(column) >= \($0.start(offsetSeconds: offset))" }
        conditions.add(range.upper) { "\(column) < \($0.advanced(by: 1).start(offsetSeconds: offset))" }
        return "(\(conditions.sql))"
    }
}

extension FilterRange {
    /// That `column` lies in the range; `bind` writes a bound.
    func sql(_ column: SQL, _ bind: (Bound) -> SQL) -> SQL {
        if let lower, lower == upper { return "\(column) = \(bind(lower))" }
        var conditions = Conditions()
        conditions.add(lower) { "\(column) >= \(bind($0))" }
        conditions.add(upper) { "\(column) <= \(bind($0))" }
        return "(\(conditions.sql))"
    }
}
