/// The place of a named type in its schema.
package struct TypeID: Hashable, Sendable {
    let index: Int
}
