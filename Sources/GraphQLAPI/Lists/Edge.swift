import GraphQL

/// A row of a page, with its cursor.
struct Edge<Sort: ListSort>: GraphQLObject where Sort.Item.Context == Caller {
    let node: Sort.Item
    let list: SortedList<Sort>

    static var graphQL: ObjectDefinition<Self, Caller> {
        ObjectDefinition("\(Sort.Item.graphQLName)Edge", "A row of a page.") {
            Field("node", \.node)
            Field("cursor", \.cursor, "The place of the row, for `after` and `before`.")
        }
    }

    private var cursor: String { list.cursor(of: node) }
}
