/// A directive as it is applied somewhere.
package struct Directive: Sendable {
    let name: Name
    let arguments: [ArgumentNode]
    let start: Int
}
