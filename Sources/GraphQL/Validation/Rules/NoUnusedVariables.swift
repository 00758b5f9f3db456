/// Every variable of an operation is used (section 5.8.4).
final class NoUnusedVariables: ValidationRule {
    override func enter(_ operation: Operation) {
        let usages = context.recursiveUsages(operation)
        let used = Set(usages.filter { $0.fragmentVariable == nil }.map(\.name))
        let owner = operation.name.map { " in operation \"\($0.text)\"" } ?? ""
        for variable in operation.variables where !used.contains(variable.name.text) {
            report("Variable \"$\(variable.name.text)\" is never used\(owner).", at: variable.start)
        }
    }

    override func enter(_ fragment: Fragment) {
        guard !fragment.variables.isEmpty else { return }
        let used = Set(context.usages.usages(of: fragment.selectionSet).map(\.name))
        for variable in fragment.variables where !used.contains(variable.name.text) {
            report(
                "Variable \"$\(variable.name.text)\" is never used in fragment \"\(fragment.name.text)\".",
                at: variable.start)
        }
    }
}
