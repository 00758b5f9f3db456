/// What can be chosen of a list's views.
enum ViewChoice: Hashable, Sendable {
    /// The list as it opens where nothing is known of it.
    case usual
    case saved(SavedView)
}
