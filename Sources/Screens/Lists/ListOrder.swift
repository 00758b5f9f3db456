import Domain

/// What a list is sorted by: one column, and a second one for the rows that are the same in the first.
struct ListOrder<Sort: Hashable & Sendable>: Hashable, Sendable {
    var sort: Sort
    var isDescending: Bool
    var second: SecondSort<Sort>?

    init(_ sort: Sort, isDescending: Bool, second: SecondSort<Sort>? = nil) {
        (self.sort, self.isDescending, self.second) = (sort, isDescending, second)
    }

    /// Sorts by a column first; by the one that is first already, the other way round.
    mutating func put(first sort: Sort) {
        isDescending = self.sort == sort ? !isDescending : false
        self.sort = sort
        if second?.sort == sort { second = nil }
    }

    /// Sorts by a column behind the first one; by the one that is second already, the other way round.
    ///
    /// - Returns: Whether that is possible: nothing is left to sort behind the same column.
    mutating func put(second sort: Sort) -> Bool {
        guard sort != self.sort else { return false }
        second = SecondSort(sort, isDescending: second?.sort == sort && second?.isDescending == false)
        return true
    }

    /// Where rows begin to be those of `keyset` and what comes behind it.
    func position(including keyset: Keyset) -> PagePosition { .after(keyset.including(isDescending: isDescending)) }
}
