import Domain
import Postgres

/// Turns the position, sort and limit of a list request into SQL, and the rows that come back into a page.
///
/// The row comparison `(column, id) < ($1, $2)` lets the index on `(column, id)` start where the page starts,
/// so that a page costs the same at any depth. One row more than asked for tells whether the list goes on.
///
/// With a second column, whose direction may be another, the first one is compared on its own as well: that is what
/// the index goes by, and the rows of one value are sorted as they come.
struct KeysetQuery {
    let column: SortColumn
    let second: (column: SortColumn, isDescending: Bool)?
    let isDescending: Bool
    let limit: Int
    let position: PagePosition

    init<Filter, Sort>(_ request: ListRequest<Filter, Sort>, _ column: (Sort) -> SortColumn) {
        self.column = column(request.sort)
        // Behind the same column again there is nothing left to sort.
        second = request.second.flatMap {
            $0.sort == request.sort ? nil : (column($0.sort), $0.isDescending)
        }
        (isDescending, limit, position) = (request.isDescending, request.limit, request.position)
    }

    /// Whether rows are read in falling order; against the sort for backward pages.
    private var readsDown: Bool { isDescending != position.isBackward }

    private func readsSecondDown(_ isDescending: Bool) -> Bool { isDescending != position.isBackward }

    /// What a row's place must fulfil; `true` for the first and last page.
    var bound: SQL {
        let keyset: Keyset
        switch position {
        case .first, .last: return "true"
        case .after(let place), .before(let place): keyset = place
        }
        let comparison: SQL = readsDown ? "<" : ">"
        let value: SQL = "\(keyset.value)::\(column.type)"
        guard let (second, isDescending) = second, let secondKey = keyset.second else {
            return "(\(column.sql), id) \(comparison) (\(value), \(keyset.id)::bigint)"
        }
        let secondComparison: SQL = readsSecondDown(isDescending) ? "<" : ">"
        let secondValue: SQL = "\(secondKey)::\(second.type)"
        return """
            (\(column.sql) \(comparison)= \(value) AND (
                \(column.sql) \(comparison) \(value)
                OR \(second.sql) \(secondComparison) \(secondValue)
                OR (\(second.sql) = \(secondValue) AND id \(comparison) \(keyset.id)::bigint)))
            """
    }

    /// The columns that ``Placed`` reads besides those of the row: the values of the place, as texts.
    var keys: SQL {
        let secondKey: SQL = second.map { "(\($0.column.sql))::text" } ?? "NULL::text"
        return "(\(column.sql))::text AS sort_key, \(secondKey) AS second_key"
    }

    /// The `ORDER BY` and `LIMIT` of the statement that picks the rows.
    var order: SQL { "ORDER BY \(sort("")) LIMIT \(limit + 1)" }

    /// The sort again, for a statement around one that calls the rows `o`; of plain columns only.
    var outerSort: SQL { sort("o.") }

    private func sort(_ prefix: SQL) -> SQL {
        let direction: SQL = readsDown ? " DESC" : ""
        let first: SQL = "\(prefix)\(column.sql)\(direction)"
        let between = second.map { second, isDescending -> SQL in
            "\(prefix)\(second.sql)\(readsSecondDown(isDescending) ? " DESC" : "" as SQL), "
        }
        return "\(first), \(between ?? "")\(prefix)id\(direction)"
    }

    /// Puts decoded rows in the order asked for.
    func page<Item>(_ rows: [Placed<Item>]) -> Page<Item> {
        let isMore = rows.count > limit
        let wanted = rows.prefix(limit)
        let ordered = position.isBackward ? Array(wanted.reversed()) : Array(wanted)
        guard let first = ordered.first?.place, let last = ordered.last?.place else {
            return Page(items: [], next: nil, previous: nil)
        }
        let (next, previous): (Keyset?, Keyset?) =
            switch position {
            case .first: (isMore ? last : nil, nil)
            case .last: (nil, isMore ? first : nil)
            case .after: (isMore ? last : nil, first)
            case .before: (last, isMore ? first : nil)
            }
        return Page(items: ordered.map(\.item), next: next, previous: previous)
    }
}

/// A row of a list together with its place: the columns of ``KeysetQuery/keys``, and `id`.
struct Placed<Item: RowDecodable>: RowDecodable {
    let item: Item
    let place: Keyset

    init(row: Row) throws(RowError) {
        item = try Item(row: row)
        place = Keyset(value: try row["sort_key"], second: try row[optional: "second_key"], id: try row["id"])
    }
}
