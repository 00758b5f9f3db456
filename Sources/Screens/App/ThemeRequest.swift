/// Has everything shown in the colours of a theme.
package struct ThemeRequest: Hashable, Sendable {
    /// What it is shown for.
    package enum Reason: Hashable, Sendable {
        /// The operator has chosen it.
        case chosen
        /// The operator looks at it, or has looked at another one and goes back.
        case looked
        /// Its file has changed.
        case changed
    }

    package let name: String
    package let reason: Reason
    /// Counts the requests of the program; a newer one holds, whichever file is read sooner.
    package let number: Int

    package init(_ name: String, _ reason: Reason, number: Int) {
        (self.name, self.reason, self.number) = (name, reason, number)
    }
}
