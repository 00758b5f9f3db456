/// `$name: Type = default`.
package struct VariableDefinition: Sendable {
    let description: String?
    let name: Name
    let type: TypeExpression
    let defaultValue: Literal?
    let directives: [Directive]
    let start: Int
}
