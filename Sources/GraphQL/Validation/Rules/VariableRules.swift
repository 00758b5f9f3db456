/// No operation has two variables of one name (section 5.8.1).
final class UniqueVariableNames: ValidationRule {
    override func enter(_ operation: Operation) {
        for group in repeated(operation.variables.map(\.name)) {
            report("There can be only one variable named \"$\(group[0].text)\".", at: group.map(\.start))
        }
    }
}

/// The types of variables are input types (section 5.8.2).
final class VariablesAreInputTypes: ValidationRule {
    override func enter(_ variable: VariableDefinition) {
        guard let schema = context.schema, let type = schema.resolve(variable.type),
            !schema[type.named].kind.isInput
        else { return }
        report(
            "Variable \"$\(variable.name.text)\" cannot be non-input type \"\(schema.name(of: type))\".",
            at: variable.type.start)
    }
}

extension ValidationContext {
    /// The variables that an operation uses, through its fragments as well.
    func recursiveUsages(_ operation: Operation) -> [VariableUsage] {
        var found = usages.usages(of: operation.selectionSet)
        for fragment in reachableFragments(from: operation.selectionSet) {
            let more = usages.usages(of: fragment.selectionSet)
            guard spend(more.count) else { return found }
            found += more
        }
        return found
    }
}

/// Every variable that an operation uses is one of its own (section 5.8.3).
final class NoUndefinedVariables: ValidationRule {
    override func enter(_ operation: Operation) {
        let defined = Set(operation.variables.map(\.name.text))
        let owner = operation.name.map { " by operation \"\($0.text)\"" } ?? ""
        for usage in context.recursiveUsages(operation)
        where usage.fragmentVariable == nil && !defined.contains(usage.name) {
            report(
                "Variable \"$\(usage.name)\" is not defined\(owner).", at: [usage.start, operation.start])
        }
    }
}

/// Every variable of an operation is used (section 5.8.4).
final class NoUnusedVariables: ValidationRule {
    override func enter(_ operation: Operation) {
        let usages = context.recursiveUsages(operation)
        let used = Set(usages.filter { $0.fragmentVariable == nil }.map(\.name))
        let owner = operation.name.map { " in operation \"\($0.text)\"" } ?? ""
        for variable in operation.variables where !used.contains(variable.name.text) {
            report("Variable \"$\(variable.name.text)\" is never used\(owner).", at: variable.start)
        }
    }

    override func enter(_ fragment: Fragment) {
        guard !fragment.variables.isEmpty else { return }
        let used = Set(context.usages.usages(of: fragment.selectionSet).map(\.name))
        for variable in fragment.variables where !used.contains(variable.name.text) {
            report(
                "Variable \"$\(variable.name.text)\" is never used in fragment \"\(fragment.name.text)\".",
                at: variable.start)
        }
    }
}

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
        _ variable: VariableDefinition, of type: TypeReference, at expected: TypeReference,
        hasDefault: Bool
    ) -> Bool {
        guard let schema = context.schema else { return true }
        guard expected.isNonNull, !type.isNonNull else { return schema.isSubtype(type, of: expected) }
        let hasValue = variable.defaultValue.map { !$0.isNull } ?? false
        return (hasValue || hasDefault) && schema.isSubtype(type, of: expected.nullable)
    }
}
