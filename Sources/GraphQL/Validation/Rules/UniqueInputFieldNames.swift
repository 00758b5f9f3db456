/// No field of an input object is given twice (section 5.6.3).
final class UniqueInputFieldNames: ValidationRule {
    private var stack: [[String: Int]] = []

    override func enter(_ value: Literal, depth: Int) {
        if case .object = value.kind { stack.append([:]) }
    }

    override func leave(_ value: Literal, depth: Int) {
        if case .object = value.kind { stack.removeLast() }
    }

    override func enter(_ field: ObjectField) {
        let last = stack.count - 1
        if let first = stack[last][field.name.text] {
            report("There can be only one input field named \"\(field.name.text)\".", at: [first, field.name.start])
        } else {
            stack[last][field.name.text] = field.name.start
        }
    }
}
