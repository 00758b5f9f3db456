import Postgres

/// A column that a list is sorted by.
struct SortColumn {
    /// As in its index, collation included; never NULL.
    let sql: SQL
    /// The type that a keyset's value is cast to.
    let type: SQL

    init(_ sql: SQL, _ type: SQL) { (self.sql, self.type) = (sql, type) }

    static let id = SortColumn("id", "bigint")

    /// A text in the order that Ukrainian readers expect; one that is missing comes first.
    static func optionalText(_ column: SQL) -> SortColumn {
        SortColumn("coalesce(\(column), '') COLLATE \"uk-x-icu\"", "text")
    }
}
