/// An argument's value for comparisons.
struct ArgumentKey {
    let text: String
    let variables: [String]

    init(_ literal: Literal) {
        text = Printer.text(of: literal.sorted)
        variables = literal.variables
    }
}

extension Literal {
    /// The literal with the fields of its objects in the order of their names.
    fileprivate var sorted: Literal {
        switch kind {
        case .list(let elements): Literal(kind: .list(elements.map(\.sorted)), start: start)
        case .object(let fields):
            Literal(
                kind: .object(
                    fields.map { ObjectField(name: $0.name, value: $0.value.sorted) }
                        .sorted { $0.name.text < $1.name.text }),
                start: start)
        default: self
        }
    }
}
