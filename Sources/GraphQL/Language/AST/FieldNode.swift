/// A field of a selection set.
package struct FieldNode: Sendable {
    let alias: Name?
    let name: Name
    let arguments: [ArgumentNode]
    let directives: [Directive]
    let selectionSet: SelectionSet?

    var start: Int { (alias ?? name).start }

    /// The key under which the field's value stands in the response.
    var responseKey: String { (alias ?? name).text }
}
