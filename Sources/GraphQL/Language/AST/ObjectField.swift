/// One field of an input object literal.
package struct ObjectField: Sendable {
    let name: Name
    let value: Literal
}
