import Domain
import GraphQL

/// A list under its sort: what cursors are bound to.
struct SortedList<Sort: ListSort>: Sendable {
    let name: String
    let sort: Sort
    let direction: SortDirection

    /// What a cursor is bound to.
    ///
    /// A filter is no part of it: a place in the sort stays one, whichever rows are left out.
    private var identity: String { "graphql:\(name)?\(direction == .descending ? "-" : "")\(sort.rawValue)" }

    func cursor(of item: Sort.Item) -> String { Cursor(.after, sort.place(of: item)).encoded(for: identity) }

    /// The request for the service; `column` is the sort as the service knows it.
    /// - Throws: ``GraphQLError`` for a page that is too long, or a cursor of another list.
    func request<Filter: Sendable & Hashable, Column: Sendable & Hashable>(
        _ filter: Filter, by column: Column, _ paging: Paging
    ) throws -> ListRequest<Filter, Column> {
        typealias Request = ListRequest<Filter, Column>
        let size = paging.last ?? paging.first
        guard Request.limits.contains(size) else {
            let limits = "\(Request.limits.lowerBound) to \(Request.limits.upperBound)"
            throw GraphQLError.invalidArgument("A page has \(limits) rows, not \(size).")
        }
        let position: PagePosition
        switch (paging.after, paging.before, paging.last) {
        case (_?, _?, _), (_?, nil, _?):
            throw GraphQLError.invalidArgument("A page is asked for with first and after, or with last and before.")
        case (let after?, nil, nil): position = .after(try place(after))
        case (nil, let before?, _): position = .before(try place(before))
        case (nil, nil, _?): position = .last
        case (nil, nil, nil): position = .first
        }
        return Request(
            filter: filter, sort: column, isDescending: direction == .descending, limit: size, position: position)
    }

    private func place(_ text: String) throws -> Keyset {
        guard let cursor = Cursor(text, for: identity), cursor.place.isPlausible(sortedBy: sort.rawValue) else {
            throw GraphQLError("The cursor is damaged, or belongs to another list.", code: "INVALID_CURSOR")
        }
        return cursor.place
    }
}

extension SortedList where Sort: GraphQLEnum {
    func request<Filter: Sendable & Hashable>(
        _ filter: Filter, _ paging: Paging
    ) throws -> ListRequest<Filter, Sort> {
        try request(filter, by: sort, paging)
    }
}
