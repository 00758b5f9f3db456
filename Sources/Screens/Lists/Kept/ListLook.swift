/// How a list is looked at: filter, sorts and columns, in words that outlive the program.
///
/// Words that a later program does not know any more are passed over: the list is then as it usually is there.
package struct ListLook: Hashable, Sendable {
    /// The text of the filter line; `today` is the day on which it is read again.
    package var filter = ""
    /// How many times the next view of the list was gone to from the usual one.
    package var narrowing = 0
    /// The sorts by the names of their columns; `nil` for the usual one, and for no second one.
    package var sort: String?
    package var isDescending = false
    package var second: String?
    package var isSecondDescending = false
    /// The name of the set of columns.
    package var columns = ""

    package init() {}

    /// Views that a list may have between the usual one and itself.
    static let narrowings = 0...16
}
