/// No operation has two variables of one name (section 5.8.1).
final class UniqueVariableNames: ValidationRule {
    override func enter(_ operation: Operation) {
        for group in repeated(operation.variables.map(\.name)) {
            report("There can be only one variable named \"$\(group[0].text)\".", at: group.map(\.start))
        }
    }
}
