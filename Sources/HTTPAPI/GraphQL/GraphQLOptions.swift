import GraphQL
import GraphQLAPI

/// How `/graphql` is to behave.
package struct GraphQLOptions: Sendable {
    /// Which statuses tell what.
    package var statuses: GraphQLStatuses = .audit
    /// Whether strangers may ask for the schema; whoever has logged in always may.
    package var showsSchemaToStrangers = true
    /// Documents that clients may name by their hashes.
    package var operations: [String] = []
    /// Whether no other document is answered.
    package var onlyOperations = false
    /// How long the fields of one request may be worked on.
    package var time: Duration = .seconds(10)

    package init() {}
}
