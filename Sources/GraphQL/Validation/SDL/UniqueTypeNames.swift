/// No two types have one name.
final class UniqueTypeNames: ValidationRule {
    private var names: [String: Int] = [:]

    override func enter(_ type: TypeDefinition) {
        guard !type.isExtension else { return }
        let name = type.name
        if context.schema?.type(named: name.text) != nil {
            report(
                "Type \"\(name.text)\" already exists in the schema. It cannot also be defined in this type definition.",
                at: name.start)
        } else if let first = names[name.text] {
            report("There can be only one type named \"\(name.text)\".", at: [first, name.start])
        } else {
            names[name.text] = name.start
        }
    }
}
