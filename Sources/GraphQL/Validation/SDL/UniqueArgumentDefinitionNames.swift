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
            report("Argument \"\(owner)(\(group[0].text):)\" can only be defined once.", at: group.map(\.start))
        }
    }
}
