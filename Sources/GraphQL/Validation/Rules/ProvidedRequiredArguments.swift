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
            missing("Argument \"@\(directive.name.text)(\(argument.name):)\"", argument.type, directive.start)
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
