import Domain
import Postgres

/// Turns the position, sort and limit of a list request into SQL, and the rows that come back into a page.
///
/// The row comparison `(column, id) < ($1, $2)` lets the index on `(column, id)` start where the page starts,
/// so that a page costs the same at any depth. One row more than asked for tells whether the list goes on.
struct KeysetQuery {
    /// The sorted column, as in the index, collation included.
    let column: SQL
    /// The type that a keyset's value is cast to.
    let type: SQL
    let isDescending: Bool
    let limit: Int
    let position: PagePosition

    init<Filter, Sort>(_ request: ListRequest<Filter, Sort>, column: SQL, type: SQL) {
        (self.column, self.type, self.isDescending) = (column, type, request.isDescending)
        (self.limit, self.position) = (request.limit, request.position)
    }

    /// Whether rows are read in falling order; against the sort for backward pages.
    private var readsDown: Bool { isDescending != position.isBackward }

    /// What a row's place must fulfil; `true` for the first and last page.
    var bound: SQL {
        let keyset: Keyset
        switch position {
        case .first, .last: return "true"
        case .after(let place), .before(let place): keyset = place
        }
        let comparison: SQL = readsDown ? "<" : ">"
        return "(\(column), id) \(comparison) (\(keyset.value)::\(type), \(keyset.id)::bigint)"
    }

    /// The `ORDER BY` and `LIMIT` of the statement that picks the rows.
    var order: SQL { "\(sort) LIMIT \(limit + 1)" }

    private var sort: SQL { readsDown ? "ORDER BY \(column) DESC, id DESC" : "ORDER BY \(column), id" }

    /// The sort again, for a statement around one that calls the orders `o`.
    var outerSort: SQL { readsDown ? "o.\(column) DESC, o.id DESC" : "o.\(column), o.id" }

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

/// A row of a list together with its place: the columns `sort_key` (text) and `id`.
struct Placed<Item: RowDecodable>: RowDecodable {
    let item: Item
    let place: Keyset

    init(row: Row) throws(RowError) {
        item = try Item(row: row)
        place = Keyset(value: try row["sort_key"], id: try row["id"])
    }
}

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
