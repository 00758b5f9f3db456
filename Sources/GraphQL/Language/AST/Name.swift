/// A name and the byte at which it stands.
package struct Name: Sendable {
    package let text: String
    let start: Int
}
