/// An argument is one that its field or directive has (section 5.4.1).
final class KnownArgumentNames: ValidationRule {
    private lazy var directiveArguments = DirectiveArguments(context)

    override func enter(_ argument: ArgumentNode, of owner: ArgumentOwner) {
        let name = argument.name.text
        switch owner {
        case .field(let field):
            guard let schema = context.schema, let parent = context.types.parentType, context.types.argument == nil,
                let definition = context.types.field
            else { return }
            report(
                "Unknown argument \"\(name)\" on field \"\(schema[parent].name).\(field.name.text)\"."
                    + suggestion(name, among: definition.arguments.names), at: argument.name.start)
        case .directive(let directive):
            guard let known = directiveArguments[directive.name.text], !known.contains(where: { $0.name == name })
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
