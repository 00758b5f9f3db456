/// The variables of a fragment as one use of it gives them values.
final class VariableScope {
    let id: Int
    let variables: Set<String>

    private init(id: Int, variables: Set<String>) {
        self.id = id
        self.variables = variables
    }

    /// The scope of a fragment that has variables.
    static func of(_ fragment: Fragment, id: Int? = nil) -> VariableScope? {
        if fragment.variables.isEmpty { return nil }
        // A definition's own scope is told from those of its uses by a negative number.
        return VariableScope(id: id ?? -2 - fragment.start, variables: Set(fragment.variables.map(\.name.text)))
    }
}
