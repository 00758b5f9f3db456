package import GraphQL
import JSON
import Logging
import Services

/// The schema of the shop: the same operations as everywhere, as types and fields.
package enum ShopSchema {
    /// Makes the schema.
    /// - Throws: ``SchemaError`` with everything in the definitions that the specification does not allow.
    package static func make() throws(SchemaError) -> Schema {
        try Schema(
            query: QueryRoot(), mutation: MutationRoot(), subscription: SubscriptionRoot(),
            description: "The sales desk: customers, products, stock and orders.", errors: translation)
    }

    /// What clients learn of an error that is no refusal of its mutation: a refusal under its code, and of anything
    /// else only that it happened.
    private static let translation = ErrorTranslation { error, context in
        if let refusal = error as? ServiceError { return refusal.graphQLError }
        if let caller = context as? Caller {
            caller.logger.error(
                "unforeseen error", metadata: ["request-id": "\(caller.requestID)", "cause": "\(error)"])
        }
        return GraphQLError("Internal server error.", code: "INTERNAL_ERROR")
    }
}
