/// No type has a field twice, its extensions included.
final class UniqueFieldDefinitionNames: ValidationRule {
    private var names: [String: [String: Int]] = [:]

    override func enter(_ type: TypeDefinition) {
        for name in type.fields.map(\.name) + type.inputFields.map(\.name) {
            if exists(name.text, in: type.name.text) {
                report(
                    "Field \"\(type.name.text).\(name.text)\" already exists in the schema. "
                        + "It cannot also be defined in this type extension.", at: name.start)
            } else if let first = names[type.name.text]?[name.text] {
                report("Field \"\(type.name.text).\(name.text)\" can only be defined once.", at: [first, name.start])
            } else {
                names[type.name.text, default: [:]][name.text] = name.start
            }
        }
    }

    private func exists(_ field: String, in type: String) -> Bool {
        guard let schema = context.schema, let id = schema.type(named: type) else { return false }
        return schema[id].fields[field] != nil || schema[id].inputFields[field] != nil
    }
}
