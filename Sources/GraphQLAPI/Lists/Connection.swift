import Domain
import GraphQL
import Services

/// A page of a list, with the ways to the pages around it, as Relay's specification has it.
struct Connection<Sort: ListSort>: GraphQLObject where Sort.Item.Context == Caller {
    let page: Page<Sort.Item>
    let list: SortedList<Sort>
    let count: @Sendable (Caller) async throws -> Int?

    /// Makes the connection; `count` says how many rows the list has, where somebody asks; nil if that takes too long.
    init(
        _ page: Page<Sort.Item>, of list: SortedList<Sort>, count: @escaping @Sendable (Caller) async throws -> Int?
    ) {
        (self.page, self.list, self.count) = (page, list, count)
    }

    static var graphQL: ObjectDefinition<Self, Caller> {
        let name = Sort.Item.graphQLName
        return ObjectDefinition("\(name)Connection", "A page of a list.") {
            Field("edges", \.edges, "The rows with their cursors.")
            Field("nodes", \.page.items, "The rows alone.")
            Field("pageInfo", \.pageInfo)
            Field("totalCount", description: "How many rows all pages have; counted only where it is selected.") {
                connection, caller in
                guard let count = try await connection.count(caller) else { throw ServiceError.unavailable }
                return count
            }
        }
    }

    private var edges: [Edge<Sort>] { page.items.map { Edge(node: $0, list: list) } }

    private var pageInfo: PageInfo {
        PageInfo(
            hasNextPage: page.next != nil, hasPreviousPage: page.previous != nil,
            startCursor: page.items.first.map(list.cursor), endCursor: page.items.last.map(list.cursor))
    }
}
