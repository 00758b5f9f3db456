/// The arguments of every directive that a document may use: those of the schema, and those it defines itself.
struct DirectiveArguments {
    struct Argument {
        let name: String
        let type: String
        let isRequired: Bool
    }

    private var table: [String: [Argument]] = [:]

    init(_ context: ValidationContext) {
        if let schema = context.schema {
            for directive in schema.directives.elements {
                table[directive.name] = directive.arguments.elements.map {
                    Argument(name: $0.name, type: schema.name(of: $0.type), isRequired: $0.isRequired)
                }
            }
        } else {
            add(BuiltIn.directives)
        }
        add(context.document.definitions)
    }

    subscript(name: String) -> [Argument]? { table[name] }

    private mutating func add(_ definitions: [Definition]) {
        for case .directive(let directive) in definitions where !directive.isExtension {
            table[directive.name.text] = directive.arguments.map {
                Argument(
                    name: $0.name.text, type: Printer.text(of: $0.type),
                    isRequired: $0.type.isNonNull && $0.defaultValue == nil)
            }
        }
    }
}
