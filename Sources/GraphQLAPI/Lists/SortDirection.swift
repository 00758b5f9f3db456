import GraphQL

/// Which way a list is sorted.
enum SortDirection: GraphQLEnum {
    case ascending, descending

    static let graphQL = EnumDefinition<SortDirection>("SortDirection", "Which way a list is sorted.")
}
