/// A field of an object or interface type.
package struct FieldDefinition: Sendable {
    let description: String?
    let name: Name
    let arguments: [InputValueDefinition]
    let type: TypeExpression
    let directives: [Directive]
    let start: Int
}
