/// What is known of the lists beyond one run of the program.
package struct ListMemory: Hashable, Sendable {
    /// The saved views of all lists, the latest last.
    package var views: [SavedView]
    /// How each list was left.
    package var places: [ListName: ListPlace]

    package init(views: [SavedView] = [], places: [ListName: ListPlace] = [:]) {
        (self.views, self.places) = (views, places)
    }
}
