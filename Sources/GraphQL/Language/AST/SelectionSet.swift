/// What is selected between two braces.
package struct SelectionSet: Sendable {
    let selections: [Selection]
    /// The byte of the opening brace, which tells the selection sets of one document apart.
    let start: Int
}
