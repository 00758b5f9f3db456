/// The types of variables are input types (section 5.8.2).
final class VariablesAreInputTypes: ValidationRule {
    override func enter(_ variable: VariableDefinition) {
        guard let schema = context.schema, let type = schema.resolve(variable.type), !schema[type.named].kind.isInput
        else { return }
        report(
            "Variable \"$\(variable.name.text)\" cannot be non-input type \"\(schema.name(of: type))\".",
            at: variable.type.start)
    }
}
