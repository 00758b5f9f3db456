extension AcceptedRequest {
    /// Whether the document asks for the schema, with `__schema` or `__type`.
    public var asksForSchema: Bool {
        var sets = document.operations.map(\.selectionSet) + document.fragments.map(\.selectionSet)
        while let set = sets.popLast() {
            for selection in set.selections {
                switch selection {
                case .field(let field):
                    if field.name.text == "__schema" || field.name.text == "__type" { return true }
                    if let inner = field.selectionSet { sets.append(inner) }
                case .inline(let fragment): sets.append(fragment.selectionSet)
                case .spread: break
                }
            }
        }
        return false
    }
}
