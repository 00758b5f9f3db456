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
