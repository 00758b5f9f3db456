/// A field, a fragment by its name, or a fragment in place.
package enum Selection: Sendable {
    case field(FieldNode)
    case spread(FragmentSpread)
    case inline(InlineFragment)

    var directives: [Directive] {
        switch self {
        case .field(let field): field.directives
        case .spread(let spread): spread.directives
        case .inline(let fragment): fragment.directives
        }
    }

    /// The selections within, unless they stand elsewhere under a fragment's name.
    var selectionSet: SelectionSet? {
        switch self {
        case .field(let field): field.selectionSet
        case .spread: nil
        case .inline(let fragment): fragment.selectionSet
        }
    }
}
