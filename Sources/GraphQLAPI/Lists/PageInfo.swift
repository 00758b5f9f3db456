import GraphQL

/// Whether a list goes on, and where.
struct PageInfo: GraphQLObject {
    let hasNextPage: Bool
    let hasPreviousPage: Bool
    let startCursor: String?
    let endCursor: String?

    static let graphQL = ObjectDefinition<PageInfo, Caller>("PageInfo", "Whether a list goes on, and where.") {
        Field("hasNextPage", \.hasNextPage)
        Field("hasPreviousPage", \.hasPreviousPage)
        Field("startCursor", \.startCursor)
        Field("endCursor", \.endCursor)
    }
}
