/// No enumeration has a value twice, its extensions included.
final class UniqueEnumValueNames: ValidationRule {
    private var names: [String: [String: Int]] = [:]

    override func enter(_ type: TypeDefinition) {
        let known = context.schema?.type(named: type.name.text).flatMap { context.schema?[$0].values }
        for value in type.values {
            let name = value.name
            if known?[name.text] != nil {
                report(
                    "Enum value \"\(type.name.text).\(name.text)\" already exists in the schema. "
                        + "It cannot also be defined in this type extension.", at: name.start)
            } else if let first = names[type.name.text]?[name.text] {
                report(
                    "Enum value \"\(type.name.text).\(name.text)\" can only be defined once.", at: [first, name.start])
            } else {
                names[type.name.text, default: [:]][name.text] = name.start
            }
        }
    }
}
