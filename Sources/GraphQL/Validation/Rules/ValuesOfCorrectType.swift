/// A value is one that its type has (section 5.6.1).
final class ValuesOfCorrectType: ValidationRule {
    override func enter(_ value: Literal, depth: Int) {
        guard depth == 0 else { return }
        // Within a list, the types of the walk are already those of its elements.
        let isList = if case .list = value.kind { true } else { false }
        guard let type = isList ? context.types.parentInputType : context.types.inputType else {
            return
        }
        check(value, type)
    }

    /// What is wrong with variables, the rules about variables say.
    private func check(_ value: Literal, _ type: TypeReference) {
        guard let schema = context.schema, !context.isAborted else { return }
        if case .variable = value.kind { return }
        switch type {
        case .nonNull(let nullable):
            guard value.isNull else { return check(value, nullable) }
            report("Expected value of non-null type \"\(schema.name(of: type))\" not to be null.", at: value.start)
        case .list(let element):
            guard case .list(let elements) = value.kind else {
                return value.isNull ? () : check(value, element)
            }
            for item in elements { check(item, element) }
        case .named(let id):
            if value.isNull { return }
            let type = schema[id]
            if type.kind == .inputObject { checkObject(value, type) } else { checkLeaf(value, type) }
        }
    }

    private func checkLeaf(_ value: Literal, _ type: NamedType) {
        if type.kind == .scalar {
            // Variables within a list or an object for a custom scalar are not known yet.
            if type.scalar.literal(value.substituting([:])) != nil { return }
            let found = Printer.text(of: value)
            report(
                "\(type.name) cannot represent the value \(found); expected \(type.scalar.expectation).",
                at: value.start)
            return
        }
        guard case .enumeration(let name) = value.kind else {
            report(
                "Enum \"\(type.name)\" cannot represent non-enum value: \(Printer.text(of: value)).", at: value.start)
            return
        }
        guard type.values[name] == nil else { return }
        let suggestion =
            context.limits.suggests ? Suggestion.names(like: name, among: type.values.names) ?? "" : ""
        report(
            "Value \"\(name)\" does not exist in \"\(type.name)\" enum." + suggestion, at: value.start)
    }

    private func checkObject(_ value: Literal, _ type: NamedType) {
        guard let schema = context.schema else { return }
        guard case .object(let fields) = value.kind else {
            report(
                "Expected value of type \"\(type.name)\" to be an object, found: \(Printer.text(of: value)).",
                at: value.start)
            return
        }
        let given = Dictionary(fields.map { ($0.name.text, $0.value) }, uniquingKeysWith: { _, last in last })
        for field in type.inputFields.elements {
            if let item = given[field.name] {
                check(item, field.type)
            } else if field.isRequired {
                report(
                    "Expected value of type \"\(type.name)\" to include required field \"\(field.name)\" "
                        + "of type \"\(schema.name(of: field.type))\".", at: value.start)
            }
        }
        for field in fields where type.inputFields[field.name.text] == nil {
            let suggestion =
                context.limits.suggests
                ? Suggestion.names(like: field.name.text, among: type.inputFields.names) ?? "" : ""
            report(
                "Expected value of type \"\(type.name)\" not to include unknown field \"\(field.name.text)\"."
                    + suggestion, at: field.name.start)
        }
        let known = fields.filter { type.inputFields[$0.name.text] != nil }
        if type.isOneOf, known.count != 1 || known[0].value.isNull {
            report(
                "Within OneOf Input Object type \"\(type.name)\", exactly one field must be specified, "
                    + "and the value for that field must be non-null.", at: value.start)
        }
    }
}
