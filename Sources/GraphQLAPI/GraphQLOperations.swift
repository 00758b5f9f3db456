package import GraphQL
import Sodium

/// The documents that clients name by their hashes.
package enum GraphQLOperations {
    /// A store with `allowed` documents; with no other ones, if so wished.
    package static func store(_ allowed: [String], onlyAllowed: Bool) -> OperationStore {
        OperationStore(allowed: allowed, onlyAllowed: onlyAllowed) { Hexadecimal.encode(SHA256.hash($0)) }
    }
}
