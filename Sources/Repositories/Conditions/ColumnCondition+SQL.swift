import Domain
import Postgres

extension Conditions {
    /// Adds a list's conditions; `column` names the SQL of each column.
    mutating func add<Column: ListColumn>(_ conditions: [ColumnCondition<Column>], _ column: (Column) -> TestedColumn) {
        for condition in conditions { add(condition.test.sql(column(condition.column))) }
    }
}

/// A column as it is compared.
struct TestedColumn {
    let sql: SQL
    /// Whether texts are compared in any case, along the index of the column in small letters.
    let ignoresCase: Bool

    init(_ sql: SQL, ignoresCase: Bool = false) { (self.sql, self.ignoresCase) = (sql, ignoresCase) }
}

extension ColumnTest {
    fileprivate func sql(_ column: TestedColumn) -> SQL {
        switch self {
        case .compare(.unequal, let value): "\(column.folded) IS DISTINCT FROM \(value.sql(column))"
        case .compare(let comparison, let value): "\(column.folded) \(comparison.sql) \(value.sql(column))"
        case .among(let values): "\(column.folded) IN (\(values.map { $0.sql(column) }.joined(", ")))"
        case .like(let pattern, false): "\(column.sql) LIKE \(Self.pattern(pattern))"
        case .like(let pattern, true): "\(column.sql) ILIKE \(Self.pattern(pattern))"
        case .missing(true): "\(column.sql) IS NULL"
        case .missing(false): "\(column.sql) IS NOT NULL"
        }
    }

    /// `*` for any characters, and everything else for itself.
    private static func pattern(_ text: String) -> String {
        escapeLike(text).split(separator: "*", omittingEmptySubsequences: false).joined(separator: "%")
    }
}

extension TestedColumn {
    fileprivate var folded: SQL { ignoresCase ? "lower(\(sql))" : sql }
}

extension Comparison {
    fileprivate var sql: SQL {
        switch self {
        case .equal: "="
        case .unequal: "<>"
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        }
    }
}

extension ColumnValue {
    fileprivate func sql(_ column: TestedColumn) -> SQL {
        switch self {
        case .number(let number): "\(number)::bigint"
        case .money(let money): "\(money)::numeric"
        case .percent(let percent): "\(percent)::numeric"
        case .moment(let moment): "\(moment)::timestamptz"
        case .text(let text): column.ignoresCase ? "lower(\(text)::text)" : "\(text)::text"
        }
    }
}
