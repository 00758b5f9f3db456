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
