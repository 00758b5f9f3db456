/// `schema { query: Query }` or its extension.
package struct SchemaDefinition: Sendable {
    let description: String?
    let directives: [Directive]
    let operations: [RootOperation]
    let isExtension: Bool
    let start: Int
}
