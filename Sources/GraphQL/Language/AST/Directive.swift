/// An argument: a name and its value.
package struct ArgumentNode: Sendable {
    let name: Name
    let value: Literal
}

/// A directive as it is applied somewhere.
package struct Directive: Sendable {
    let name: Name
    let arguments: [ArgumentNode]
    let start: Int
}
