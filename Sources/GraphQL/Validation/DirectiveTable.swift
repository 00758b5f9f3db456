/// Where every directive that a document may use may stand, and whether it may be repeated.
struct DirectiveTable {
    struct Entry {
        let locations: Set<String>
        let isRepeatable: Bool
    }

    private var table: [String: Entry] = [:]

    init(_ context: ValidationContext) {
        if let schema = context.schema {
            for directive in schema.directives.elements {
                table[directive.name] = Entry(
                    locations: Set(directive.locations.map(\.rawValue)), isRepeatable: directive.isRepeatable)
            }
        } else {
            add(BuiltIn.directives)
        }
        add(context.document.definitions)
    }

    subscript(name: String) -> Entry? { table[name] }

    private mutating func add(_ definitions: [Definition]) {
        for case .directive(let directive) in definitions where !directive.isExtension {
            table[directive.name.text] = Entry(
                locations: Set(directive.locations.map(\.text)), isRepeatable: directive.isRepeatable)
        }
    }
}
