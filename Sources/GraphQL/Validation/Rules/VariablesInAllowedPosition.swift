/// A variable's type fits where it is used (section 5.8.5).
final class VariablesInAllowedPosition: ValidationRule {
    override func leave(_ operation: Operation) {
        let variables = Dictionary(
            operation.variables.map { ($0.name.text, $0) }, uniquingKeysWith: { _, last in last })
        for usage in context.recursiveUsages(operation) {
            if let variable = usage.fragmentVariable ?? variables[usage.name] {
                check(variable, at: usage)
            }
        }
    }

    private func check(_ variable: VariableDefinition, at usage: VariableUsage) {
        guard let schema = context.schema, let expected = usage.type,
            let type = schema.resolve(variable.type)
        else {
            return
        }
        if !isAllowed(variable, of: type, at: expected, hasDefault: usage.hasDefault) {
            report(
                "Variable \"$\(usage.name)\" of type \"\(schema.name(of: type))\" used in position "
                    + "expecting type \"\(schema.name(of: expected))\".", at: [variable.start, usage.start])
        }
        if let parent = usage.parentType?.named, schema[parent].isOneOf, !type.isNonNull {
            report(
                "Variable \"$\(usage.name)\" is of type \"\(schema.name(of: type))\" but must be non-nullable "
                    + "to be used for OneOf Input Object \"\(schema[parent].name)\".",
                at: [variable.start, usage.start])
        }
    }

    private func isAllowed(
        _ variable: VariableDefinition, of type: TypeReference, at expected: TypeReference, hasDefault: Bool
    ) -> Bool {
        guard let schema = context.schema else { return true }
        guard expected.isNonNull, !type.isNonNull else { return schema.isSubtype(type, of: expected) }
        let hasValue = variable.defaultValue.map { !$0.isNull } ?? false
        return (hasValue || hasDefault) && schema.isSubtype(type, of: expected.nullable)
    }
}
