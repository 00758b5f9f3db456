import JSON

/// A request that was found sound and may be executed.
public struct AcceptedRequest: Sendable {
    let document: Document
    let operation: Operation
    let root: TypeID
    /// The coerced variables; one that was given no value is absent.
    let variables: [String: JSONValue]

    /// What kind of operation it is: a mutation is not for every way in, a subscription not for `execute`.
    public var kind: OperationKind { operation.kind }

    /// The operation's name, if it has one.
    public var operationName: String? { operation.name?.text }

    func planner(_ schema: Schema, _ context: any Sendable) -> Planner {
        let fragments = Dictionary(document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { _, last in last })
        return Planner(
            schema: schema, document: document, fragments: fragments, variables: variables, context: context)
    }
}
