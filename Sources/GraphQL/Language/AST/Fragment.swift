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
