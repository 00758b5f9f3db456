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

/// No two directives have one name.
final class UniqueDirectiveNames: ValidationRule {
    private var names: [String: Int] = [:]

    override func enter(_ directive: DirectiveDefinition) {
        guard !directive.isExtension else { return }
        let name = directive.name
        if context.schema?.directives[name.text] != nil {
            report(
                "Directive \"@\(name.text)\" already exists in the schema. It cannot be redefined.",
                at: name.start)
        } else if let first = names[name.text] {
            report("There can be only one directive named \"@\(name.text)\".", at: [first, name.start])
        } else {
            names[name.text] = name.start
        }
    }
}

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
                    "Enum value \"\(type.name.text).\(name.text)\" can only be defined once.",
                    at: [first, name.start])
            } else {
                names[type.name.text, default: [:]][name.text] = name.start
            }
        }
    }
}

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
                report(
                    "Field \"\(type.name.text).\(name.text)\" can only be defined once.",
                    at: [first, name.start])
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

/// No field and no directive has an argument twice.
final class UniqueArgumentDefinitionNames: ValidationRule {
    override func enter(_ type: TypeDefinition) {
        for field in type.fields { check(field.arguments, of: "\(type.name.text).\(field.name.text)") }
    }

    override func enter(_ directive: DirectiveDefinition) {
        check(directive.arguments, of: "@\(directive.name.text)")
    }

    private func check(_ arguments: [InputValueDefinition], of owner: String) {
        for group in repeated(arguments.map(\.name)) {
            report(
                "Argument \"\(owner)(\(group[0].text):)\" can only be defined once.", at: group.map(\.start)
            )
        }
    }
}

/// An extension extends a type that is defined, and of its own kind.
final class PossibleTypeExtensions: ValidationRule {
    private var defined: [String: TypeDefinition] = [:]

    override func enter(_ document: Document) {
        for case .type(let type) in document.definitions where !type.isExtension {
            defined[type.name.text] = type
        }
    }

    override func enter(_ type: TypeDefinition) {
        guard type.isExtension else { return }
        let name = type.name.text
        let known = context.schema?.type(named: name).flatMap { context.schema?[$0].kind }
        guard let kind = defined[name]?.kind ?? known else {
            let names = Array(defined.keys) + (context.schema.map { Array($0.ids.keys) } ?? [])
            report(
                "Cannot extend type \"\(name)\" because it is not defined."
                    + (Suggestion.names(like: name, among: names) ?? ""), at: type.name.start)
            return
        }
        guard kind != type.kind else { return }
        report(
            "Cannot extend non-\(type.kind.text) type \"\(name)\".",
            at: (defined[name].map { [$0.start] } ?? []) + [type.start])
    }
}

extension TypeKind {
    /// The kind as messages name it.
    var text: String {
        switch self {
        case .scalar: "scalar"
        case .object: "object"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .inputObject: "input object"
        }
    }
}
