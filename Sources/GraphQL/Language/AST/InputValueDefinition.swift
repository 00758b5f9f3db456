/// An argument, or a field of an input object.
package struct InputValueDefinition: Sendable {
    let description: String?
    let name: Name
    let type: TypeExpression
    let defaultValue: Literal?
    let directives: [Directive]
    let start: Int
}
