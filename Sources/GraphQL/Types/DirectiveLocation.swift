/// Where a directive may stand (section 3.13).
public enum DirectiveLocation: String, Sendable, CaseIterable {
    case query = "QUERY"
    case mutation = "MUTATION"
    case subscription = "SUBSCRIPTION"
    case field = "FIELD"
    case fragmentDefinition = "FRAGMENT_DEFINITION"
    case fragmentSpread = "FRAGMENT_SPREAD"
    case inlineFragment = "INLINE_FRAGMENT"
    case variableDefinition = "VARIABLE_DEFINITION"
    /// On a variable of a fragment: part of the experiment of fragment arguments.
    case fragmentVariableDefinition = "FRAGMENT_VARIABLE_DEFINITION"
    case schema = "SCHEMA"
    case scalar = "SCALAR"
    case object = "OBJECT"
    case fieldDefinition = "FIELD_DEFINITION"
    case argumentDefinition = "ARGUMENT_DEFINITION"
    case interface = "INTERFACE"
    case union = "UNION"
    case enumeration = "ENUM"
    case enumValue = "ENUM_VALUE"
    case inputObject = "INPUT_OBJECT"
    case inputFieldDefinition = "INPUT_FIELD_DEFINITION"
    /// On the definition of another directive: newer than the edition, and needed for its deprecation.
    case directiveDefinition = "DIRECTIVE_DEFINITION"
}

extension DirectiveLocation {
    /// What such a directive stands beside.
    var neighbour: String {
        switch self {
        case .query, .mutation, .subscription: "a \(rawValue.lowercased()) operation"
        case .field: "a field"
        case .fragmentDefinition: "a fragment definition"
        case .fragmentSpread: "a fragment spread"
        case .inlineFragment: "an inline fragment"
        case .variableDefinition: "an operation variable definition"
        case .fragmentVariableDefinition: "a fragment variable definition"
        case .schema: "a schema definition"
        case .scalar: "a scalar definition"
        case .object: "an object type definition"
        case .fieldDefinition: "a field definition"
        case .argumentDefinition: "an argument definition"
        case .interface: "an interface definition"
        case .union: "a union definition"
        case .enumeration: "an enum definition"
        case .enumValue: "an enum value definition"
        case .inputObject: "an input object type definition"
        case .inputFieldDefinition: "an input object field definition"
        case .directiveDefinition: "a directive definition"
        }
    }
}
