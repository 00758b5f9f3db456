/// A directive is not repeated at one place, unless it is repeatable (section 5.7.3).
final class UniqueDirectivesPerLocation: ValidationRule {
    private lazy var table = DirectiveTable(context)
    private var schemaDirectives: [String: Int] = [:]
    private var typeDirectives: [String: [String: Int]] = [:]
    private var directiveDirectives: [String: [String: Int]] = [:]

    override func enter(_ directives: [Directive], at place: DirectivePlace) {
        // A definition and its extensions are one place.
        switch place {
        case .executable, .part:
            var seen: [String: Int] = [:]
            check(directives, &seen)
        case .schema: check(directives, &schemaDirectives)
        case .type(let type): check(directives, &typeDirectives[type.name.text, default: [:]])
        case .directiveDefinition(let definition):
            check(directives, &directiveDirectives[definition.name.text, default: [:]])
        }
    }

    private func check(_ directives: [Directive], _ seen: inout [String: Int]) {
        for directive in directives {
            let name = directive.name.text
            guard let entry = table[name], !entry.isRepeatable else { continue }
            if let first = seen[name] {
                report(
                    "The directive \"@\(name)\" can only be used once at this location.", at: [first, directive.start])
            } else {
                seen[name] = directive.start
            }
        }
    }
}
