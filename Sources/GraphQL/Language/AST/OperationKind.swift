/// Which root type an operation starts from.
public enum OperationKind: String, Sendable, CaseIterable {
    case query, mutation, subscription

    /// The name of the root type where a schema does not say another.
    var customaryName: String {
        switch self {
        case .query: "Query"
        case .mutation: "Mutation"
        case .subscription: "Subscription"
        }
    }
}
