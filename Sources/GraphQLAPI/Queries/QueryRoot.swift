import GraphQL

/// The root of all that is read.
struct QueryRoot: GraphQLObject {
    static let graphQL = ObjectDefinition<QueryRoot, Caller>("Query", "What can be read.") {
        users
        products
        orders
        ledgers
        dashboard
        access
    }
}
