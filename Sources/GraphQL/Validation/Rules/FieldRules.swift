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
            limits.suggests
            ? Suggestion.types(with: name, for: parent, in: schema)
                ?? Suggestion.names(like: name, among: type.fields.names)
            : nil
        report(
            "Cannot query field \"\(name)\" on type \"\(type.name)\"." + (suggestion ?? ""),
            at: field.start)
    }

    private var limits: ValidationLimits { context.limits }
}

/// A leaf has no selections, and everything else has some (section 5.3.3).
final class ScalarLeafs: ValidationRule {
    override func enter(_ field: FieldNode) {
        guard let schema = context.schema, let type = context.types.outputType,
            context.types.field != nil
        else {
            return
        }
        let name = field.name.text
        let typeName = schema.name(of: type)
        if schema[type.named].kind.isLeaf {
            guard let set = field.selectionSet else { return }
            report(
                "Field \"\(name)\" must not have a selection since type \"\(typeName)\" has no subfields.",
                at: set.start)
        } else if field.selectionSet == nil {
            report(
                "Field \"\(name)\" of type \"\(typeName)\" must have a selection of subfields. "
                    + "Did you mean \"\(name) { ... }\"?", at: field.start)
        }
    }
}

/// An argument is one that its field or directive has (section 5.4.1).
final class KnownArgumentNames: ValidationRule {
    private lazy var directiveArguments = DirectiveArguments(context)

    override func enter(_ argument: ArgumentNode, of owner: ArgumentOwner) {
        let name = argument.name.text
        switch owner {
        case .field(let field):
            guard let schema = context.schema, let parent = context.types.parentType,
                context.types.argument == nil,
                let definition = context.types.field
            else { return }
            report(
                "Unknown argument \"\(name)\" on field \"\(schema[parent].name).\(field.name.text)\"."
                    + suggestion(name, among: definition.arguments.names), at: argument.name.start)
        case .directive(let directive):
            guard let known = directiveArguments[directive.name.text],
                !known.contains(where: { $0.name == name })
            else { return }
            report(
                "Unknown argument \"\(name)\" on directive \"@\(directive.name.text)\"."
                    + suggestion(name, among: known.map(\.name)), at: argument.name.start)
        case .spread(let spread):
            guard let fragment = context.fragments[spread.name.text] else { return }
            let known = fragment.variables.map(\.name.text)
            guard !known.contains(name) else { return }
            report(
                "Unknown argument \"\(name)\" on fragment \"\(spread.name.text)\"."
                    + suggestion(name, among: known),
                at: argument.name.start)
        }
    }

    private func suggestion(_ name: String, among names: [String]) -> String {
        context.limits.suggests ? Suggestion.names(like: name, among: names) ?? "" : ""
    }
}

/// No argument is given twice (section 5.4.2).
final class UniqueArgumentNames: ValidationRule {
    override func enter(_ arguments: [ArgumentNode]) {
        for group in repeated(arguments.map(\.name)) {
            report("There can be only one argument named \"\(group[0].text)\".", at: group.map(\.start))
        }
    }
}

/// An argument that must be given is given (section 5.4.3).
final class ProvidedRequiredArguments: ValidationRule {
    private lazy var directiveArguments = DirectiveArguments(context)

    // On leaving, so that errors about what is given come first.
    override func leave(_ field: FieldNode) {
        guard let schema = context.schema, let definition = context.types.field else { return }
        let given = Set(field.arguments.map(\.name.text))
        for argument in definition.arguments.elements
        where argument.isRequired && !given.contains(argument.name) {
            let owner = context.types.parentType.map { schema[$0].name + "." } ?? ""
            missing(
                "Argument \"\(owner)\(field.name.text)(\(argument.name):)\"",
                schema.name(of: argument.type), field.start)
        }
    }

    override func leave(_ directive: Directive) {
        guard let arguments = directiveArguments[directive.name.text] else { return }
        let given = Set(directive.arguments.map(\.name.text))
        for argument in arguments where argument.isRequired && !given.contains(argument.name) {
            missing(
                "Argument \"@\(directive.name.text)(\(argument.name):)\"", argument.type, directive.start)
        }
    }

    override func leave(_ spread: FragmentSpread) {
        guard let fragment = context.fragments[spread.name.text] else { return }
        let given = Set(spread.arguments.map(\.name.text))
        for variable in fragment.variables
        where variable.type.isNonNull && variable.defaultValue == nil
            && !given.contains(variable.name.text)
        {
            missing(
                "Fragment \"\(spread.name.text)\" argument \"\(variable.name.text)\"",
                Printer.text(of: variable.type), spread.start)
        }
    }

    private func missing(_ what: String, _ type: String, _ start: Int) {
        report("\(what) of type \"\(type)\" is required, but it was not provided.", at: start)
    }
}

/// The groups of names that occur more than once, in the order of their first occurrence.
func repeated(_ names: [Name]) -> [[Name]] {
    guard Set(names.map(\.text)).count < names.count else { return [] }
    var order: [String] = []
    var groups: [String: [Name]] = [:]
    for name in names {
        if groups[name.text] == nil { order.append(name.text) }
        groups[name.text, default: []].append(name)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
}
