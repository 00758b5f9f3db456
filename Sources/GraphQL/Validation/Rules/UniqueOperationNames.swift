/// No two operations have one name (section 5.2.2.1).
final class UniqueOperationNames: ValidationRule {
    private var names: [String: Int] = [:]

    override func enter(_ operation: Operation) {
        guard let name = operation.name else { return }
        if let first = names[name.text] {
            report("There can be only one operation named \"\(name.text)\".", at: [first, name.start])
        } else {
            names[name.text] = name.start
        }
    }
}
