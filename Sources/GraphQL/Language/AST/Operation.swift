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

/// An operation of a document.
package struct Operation: Sendable {
    let description: String?
    let kind: OperationKind
    let name: Name?
    let variables: [VariableDefinition]
    let directives: [Directive]
    let selectionSet: SelectionSet
    let start: Int
}

/// `$name: Type = default`.
package struct VariableDefinition: Sendable {
    let description: String?
    let name: Name
    let type: TypeExpression
    let defaultValue: Literal?
    let directives: [Directive]
    let start: Int
}

/// A fragment with a name; variables of its own belong to the experiment of fragment arguments.
package struct Fragment: Sendable {
    let description: String?
    let name: Name
    let variables: [VariableDefinition]
    let typeCondition: Name
    let directives: [Directive]
    let selectionSet: SelectionSet
    let start: Int
}
