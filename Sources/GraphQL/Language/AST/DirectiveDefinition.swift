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
