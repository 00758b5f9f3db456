/// An argument: a name and its value.
package struct ArgumentNode: Sendable {
    let name: Name
    let value: Literal
}
