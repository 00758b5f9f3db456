/// How far somebody may go in an operation.
package enum Reach: String, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// With what is theirs: a customer's own data and orders, what a member of staff has placed or done.
    ///
    /// To whom only their own is shown, what is not theirs is not there.
    case own
    /// With everything.
    case all
}
