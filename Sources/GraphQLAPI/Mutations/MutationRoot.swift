import GraphQL

/// The root of all that changes something.
struct MutationRoot: GraphQLObject {
    static let graphQL = ObjectDefinition<MutationRoot, Caller>("Mutation", "What can be changed.") {
        users
        products
        orders
        orderLines
        access
    }
}
