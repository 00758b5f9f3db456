/// Only operations and fragments can be executed (section 5.1.1).
final class ExecutableDefinitions: ValidationRule {
    override func enter(_ document: Document) {
        for definition in document.definitions { check(definition) }
    }

    private func check(_ definition: Definition) {
        switch definition {
        case .operation, .fragment: break
        case .schema: report("The schema definition is not executable.", at: definition.start)
        case .type(let type):
            report("The \"\(type.name.text)\" definition is not executable.", at: definition.start)
        case .directive(let directive):
            report("The \"\(directive.name.text)\" definition is not executable.", at: definition.start)
        }
    }
}
