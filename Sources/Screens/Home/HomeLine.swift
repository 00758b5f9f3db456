import Wording

/// A line of Home, from above.
enum HomeLine: Hashable, Sendable {
    case blank
    case item(HomeItem)
    /// The headings above the latest orders.
    case headings
    /// Words that lead nowhere.
    case text(Phrase)
}
