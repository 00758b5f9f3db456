/// A field is selected on a type that has it (section 5.3.1).
final class FieldsOnCorrectType: ValidationRule {
    override func enter(_ field: FieldNode) {
        guard let schema = context.schema, let parent = context.types.parentType,
            context.types.field == nil
        else {
            return
        }
        let type = schema[parent]
        let name = field.name.text
        let suggestion =
            context.limits.suggests
            ? Suggestion.types(with: name, for: parent, in: schema)
                ?? Suggestion.names(like: name, among: type.fields.names)
            : nil
        report(
            "Cannot query field \"\(name)\" on type \"\(type.name)\"." + (suggestion ?? ""),
            at: field.start)
    }
}
