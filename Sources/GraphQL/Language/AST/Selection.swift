/// What is selected between two braces.
package struct SelectionSet: Sendable {
    let selections: [Selection]
    /// The byte of the opening brace, which tells the selection sets of one document apart.
    let start: Int
}

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

/// `...Name`; arguments are an experiment (spec discussion 865) and parsed only where asked for.
package struct FragmentSpread: Sendable {
    let name: Name
    let arguments: [ArgumentNode]
    let directives: [Directive]
    let start: Int
}

/// `... on Type { … }`.
package struct InlineFragment: Sendable {
    let typeCondition: Name?
    let directives: [Directive]
    let selectionSet: SelectionSet
    let start: Int
}
