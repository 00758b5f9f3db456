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
