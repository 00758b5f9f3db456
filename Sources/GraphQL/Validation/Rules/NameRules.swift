/// A type is one of the schema's, or one that the document defines (section 5.5.1.2).
final class KnownTypeNames: ValidationRule {
    private var defined: Set<String> = []
    private var isTypeSystem = false

    override func enter(_ document: Document) {
        for case .type(let type) in document.definitions where !type.isExtension {
            defined.insert(type.name.text)
        }
    }

    override func enter(_ definition: Definition) {
        switch definition {
        case .operation, .fragment: isTypeSystem = false
        case .schema, .type, .directive: isTypeSystem = true
        }
    }

    override func enter(typeName name: Name) {
        if context.schema?.type(named: name.text) != nil || defined.contains(name.text) { return }
        if isTypeSystem, Self.standard.contains(name.text) { return }
        let names = (context.schema.map { Array($0.ids.keys) } ?? []) + defined
        let suggestion =
            context.limits.suggests ? Suggestion.names(like: name.text, among: names) ?? "" : ""
        report("Unknown type \"\(name.text)\"." + suggestion, at: name.start)
    }

    private static let standard: Set<String> = {
        var names: Set<String> = []
        for case .type(let type) in BuiltIn.scalars + BuiltIn.introspection {
            names.insert(type.name.text)
        }
        return names
    }()
}

/// A directive is known, and may stand where it stands (sections 5.7.1 and 5.7.2).
final class KnownDirectives: ValidationRule {
    private lazy var table = DirectiveTable(context)

    override func enter(_ directive: Directive, at place: DirectivePlace) {
        let name = directive.name.text
        guard let entry = table[name] else {
            return report("Unknown directive \"@\(name)\".", at: directive.start)
        }
        let location = place.location.rawValue
        guard !entry.locations.contains(location) else { return }
        report("Directive \"@\(name)\" may not be used on \(location).", at: directive.start)
    }
}

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
                    "The directive \"@\(name)\" can only be used once at this location.",
                    at: [first, directive.start])
            } else {
                seen[name] = directive.start
            }
        }
    }
}
