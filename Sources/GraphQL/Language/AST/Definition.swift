/// One definition of a document.
package enum Definition: Sendable {
    case operation(Operation)
    case fragment(Fragment)
    case schema(SchemaDefinition)
    case type(TypeDefinition)
    case directive(DirectiveDefinition)

    var start: Int {
        switch self {
        case .operation(let operation): operation.start
        case .fragment(let fragment): fragment.start
        case .schema(let schema): schema.start
        case .type(let type): type.start
        case .directive(let directive): directive.start
        }
    }
}
