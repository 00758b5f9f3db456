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
