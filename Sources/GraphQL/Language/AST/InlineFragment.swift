/// `... on Type { … }`.
package struct InlineFragment: Sendable {
    let typeCondition: Name?
    let directives: [Directive]
    let selectionSet: SelectionSet
    let start: Int
}
