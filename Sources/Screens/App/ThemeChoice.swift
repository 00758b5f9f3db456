/// Which themes there are, which one the operator works with, and which one is looked at.
struct ThemeChoice: Sendable {
    /// The themes that can be chosen, by name.
    var names: [String]
    /// What the operator works with.
    var chosen: String
    /// What the terminal was asked to show last.
    var shown: String
    /// The chosen one before, to go back to if the file of this one is faulty.
    var before: String

    init(names: [String], chosen: String) {
        (self.names, self.chosen, shown, before) = (names, chosen, chosen, chosen)
    }
}
