/// What is known of the lists beyond one run of the program.
package struct ListMemory: Hashable, Sendable {
    /// The saved views of all lists, the latest last.
    package var views: [SavedView]
    /// How each list was left.
    package var places: [ListName: ListPlace]
    /// Whether the record under the cursor stands beside a list that has the room; `nil` where nobody has switched it.
    package var showsAside: Bool?

    package init(views: [SavedView] = [], places: [ListName: ListPlace] = [:], showsAside: Bool? = nil) {
        (self.views, self.places, self.showsAside) = (views, places, showsAside)
    }
}
