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

extension Page {
    /// The same stretch, with something made of each row.
    package func map<Other>(_ transform: (Item) -> Other) -> Page<Other> {
        Page<Other>(items: items.map(transform), next: next, previous: previous)
    }
}

extension Page: Equatable where Item: Equatable {}

/// The place of one row in a sorted list: the value it is sorted by, and its id.
///
/// A page is asked for relative to a row, never by counting rows, so that its price does not grow with its depth.
package struct Keyset: Hashable, Sendable {
    /// The sorted column's value in PostgreSQL's text format.
    package let value: String
    /// The value of the second sorted column, in a list that has one.
    package let second: String?
    package let id: Int64

    package init(value: String, second: String? = nil, id: Int64) {
        (self.value, self.second, self.id) = (value, second, id)
    }
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

/// What rows are sorted by where the first column has the same value.
package struct SecondSort<Sort: Sendable & Hashable>: Sendable, Hashable {
    package let sort: Sort
    package let isDescending: Bool

    package init(_ sort: Sort, isDescending: Bool = false) { (self.sort, self.isDescending) = (sort, isDescending) }
}

/// Which rows of a list are wanted, in which order, and which stretch of them.
package struct ListRequest<Filter: Sendable & Hashable, Sort: Sendable & Hashable>: Sendable, Hashable {
    package static var limits: ClosedRange<Int> { 1...200 }

    package var filter: Filter
    package var sort: Sort
    package var isDescending: Bool
    /// The second sort; rows that are the same in both are sorted by id, which falls where the first column does.
    package var second: SecondSort<Sort>?
    /// Rows wanted, 1 to 200.
    package var limit: Int
    package var position: PagePosition

    package init(
        filter: Filter, sort: Sort, isDescending: Bool, second: SecondSort<Sort>? = nil, limit: Int = 50,
        position: PagePosition = .first
    ) {
        (self.filter, self.sort, self.isDescending, self.second) = (filter, sort, isDescending, second)
        (self.limit, self.position) = (min(max(limit, 1), 200), position)
    }
}
