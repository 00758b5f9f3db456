/// An argument: a name and its value.
package struct Argument: Sendable {
    let name: Name
    let value: Literal
}

/// A directive as it is applied somewhere.
package struct Directive: Sendable {
    let name: Name
    let arguments: [Argument]
    let start: Int
}
