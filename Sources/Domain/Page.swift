/// A stretch of a sorted list, and the places where it goes on.
package struct Page<Item: Sendable>: Sendable {
    package let items: [Item]
    /// Where the next page begins; `nil` after the last row.
    package let next: Keyset?
    /// Where the page before ends; `nil` before the first row.
    package let previous: Keyset?

    package init(items: [Item], next: Keyset?, previous: Keyset?) {
        (self.items, self.next, self.previous) = (items, next, previous)
    }
}

extension Page: Equatable where Item: Equatable {}

/// The place of one row in a sorted list: the value it is sorted by, and its id.
///
/// A page is asked for relative to a row, never by counting rows, so that its price does not grow with its depth.
package struct Keyset: Hashable, Sendable {
    /// The sorted column's value in PostgreSQL's text format.
    package let value: String
    package let id: Int64

    package init(value: String, id: Int64) { (self.value, self.id) = (value, id) }
}

/// Which stretch of a sorted list is wanted.
package enum PagePosition: Hashable, Sendable {
    case first, last
    case after(Keyset)
    case before(Keyset)

    /// Whether the rows are read against the sort, to be turned round afterwards.
    package var isBackward: Bool {
        switch self {
        case .last, .before: true
        case .first, .after: false
        }
    }
}

/// Which rows of a list are wanted, in which order, and which stretch of them.
package struct ListRequest<Filter: Sendable & Hashable, Sort: Sendable & Hashable>: Sendable, Hashable {
    package static var limits: ClosedRange<Int> { 1...200 }

    package var filter: Filter
    package var sort: Sort
    package var isDescending: Bool
    /// Rows wanted, 1 to 200.
    package var limit: Int
    package var position: PagePosition

    package init(filter: Filter, sort: Sort, isDescending: Bool, limit: Int = 50, position: PagePosition = .first) {
        (self.filter, self.sort, self.isDescending) = (filter, sort, isDescending)
        (self.limit, self.position) = (min(max(limit, 1), 200), position)
    }
}
