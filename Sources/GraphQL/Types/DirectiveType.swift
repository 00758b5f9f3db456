/// A directive that a schema knows.
package struct DirectiveType: Sendable, Named {
    let name: String
    let description: String?
    let arguments: NamedList<InputValue>
    let locations: [DirectiveLocation]
    let isRepeatable: Bool
    let deprecationReason: String?
    let start: Int
}
