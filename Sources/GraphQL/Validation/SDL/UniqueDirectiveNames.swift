/// No two directives have one name.
final class UniqueDirectiveNames: ValidationRule {
    private var names: [String: Int] = [:]

    override func enter(_ directive: DirectiveDefinition) {
        guard !directive.isExtension else { return }
        let name = directive.name
        if context.schema?.directives[name.text] != nil {
            report("Directive \"@\(name.text)\" already exists in the schema. It cannot be redefined.", at: name.start)
        } else if let first = names[name.text] {
            report("There can be only one directive named \"@\(name.text)\".", at: [first, name.start])
        } else {
            names[name.text] = name.start
        }
    }
}
