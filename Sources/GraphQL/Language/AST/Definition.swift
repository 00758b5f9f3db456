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

/// `schema { query: Query }` or its extension.
package struct SchemaDefinition: Sendable {
    let description: String?
    let directives: [Directive]
    let operations: [RootOperation]
    let isExtension: Bool
    let start: Int
}

/// `query: Query` within a schema definition.
package struct RootOperation: Sendable {
    let kind: OperationKind
    let type: Name
    let start: Int
}

/// A definition or an extension of a type; what its kind does not have is empty.
package struct TypeDefinition: Sendable {
    let kind: TypeKind
    let description: String?
    let name: Name
    let interfaces: [Name]
    let directives: [Directive]
    let fields: [FieldDefinition]
    let inputFields: [InputValueDefinition]
    let members: [Name]
    let values: [EnumValueDefinition]
    let isExtension: Bool
    let start: Int
}

/// A field of an object or interface type.
package struct FieldDefinition: Sendable {
    let description: String?
    let name: Name
    let arguments: [InputValueDefinition]
    let type: TypeExpression
    let directives: [Directive]
    let start: Int
}

/// An argument, or a field of an input object.
package struct InputValueDefinition: Sendable {
    let description: String?
    let name: Name
    let type: TypeExpression
    let defaultValue: Literal?
    let directives: [Directive]
    let start: Int
}

/// A value of an enumeration.
package struct EnumValueDefinition: Sendable {
    let description: String?
    let name: Name
    let directives: [Directive]
    let start: Int
}

/// `directive @name(…) repeatable on FIELD | …`, or its extension, which adds directives only.
package struct DirectiveDefinition: Sendable {
    let description: String?
    let name: Name
    let arguments: [InputValueDefinition]
    let directives: [Directive]
    let isRepeatable: Bool
    let locations: [Name]
    let isExtension: Bool
    let start: Int
}
