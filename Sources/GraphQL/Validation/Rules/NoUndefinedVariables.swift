/// Every variable that an operation uses is one of its own (section 5.8.3).
final class NoUndefinedVariables: ValidationRule {
    override func enter(_ operation: Operation) {
        let defined = Set(operation.variables.map(\.name.text))
        let owner = operation.name.map { " by operation \"\($0.text)\"" } ?? ""
        for usage in context.recursiveUsages(operation)
        where usage.fragmentVariable == nil && !defined.contains(usage.name) {
            report("Variable \"$\(usage.name)\" is not defined\(owner).", at: [usage.start, operation.start])
        }
    }
}
