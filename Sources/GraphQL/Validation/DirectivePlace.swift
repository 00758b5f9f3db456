/// What directives stand on.
enum DirectivePlace {
    case executable(DirectiveLocation)
    case type(TypeDefinition)
    case schema(SchemaDefinition)
    case directiveDefinition(DirectiveDefinition)
    /// A part of a definition: a field, an argument, a value.
    case part(DirectiveLocation)

    var location: DirectiveLocation {
        switch self {
        case .executable(let location), .part(let location): location
        case .schema: .schema
        case .directiveDefinition: .directiveDefinition
        case .type(let type):
            switch type.kind {
            case .scalar: .scalar
            case .object: .object
            case .interface: .interface
            case .union: .union
            case .enumeration: .enumeration
            case .inputObject: .inputObject
            }
        }
    }
}
