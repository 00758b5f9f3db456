import Wording

/// What is known of lists beyond their screens: saved views, and how each was left.
extension AppModel {
    /// Whether records stand beside lists.
    var showsAside: Bool { memory.showsAside ?? options.showsAside }

    /// Notes how a screen's list is left.
    mutating func remember(_ screen: any Screen) {
        guard options.resumesLists, let (list, place) = screen.place, memory.places[list] != place else { return }
        memory.places[list] = place
        hasNewPlaces = true
    }

    /// Has the places kept that are new; at the end of the program those of all open lists.
    mutating func keepPlaces() -> [Effect] {
        if isFinished { layers.forEach { remember($0.screen) } }
        guard hasNewPlaces else { return [] }
        hasNewPlaces = false
        return [.keepPlaces(memory, number: nextNumber())]
    }

    /// Shows records beside lists, or no longer, in all lists and at the next start.
    mutating func show(aside isShown: Bool) -> [Effect] {
        memory.showsAside = isShown
        hasNewPlaces = options.resumesLists
        for index in layers.indices { layers[index].screen.learn(memory.views, showsAside: isShown) }
        return []
    }

    /// Changes a saved view here and in the file, and says so.
    mutating func change(_ change: ViewChange) -> [Effect] {
        guard let views = memory.views.after(change) else {
            return say(.error("There are \(SavedView.limit) views already: delete one first."))
        }
        let effects = know(views) + [.changeView(change)]
        return switch change {
        case .keep(let view): effects + say(.done("The view “\(view.name)” is kept."))
        case .delete(let view): effects + say(.done("The view “\(view.name)” is deleted."))
        }
    }

    /// Takes the views as they are now, and tells all screens.
    mutating func know(_ views: [SavedView]) -> [Effect] {
        memory.views = views
        for index in layers.indices { layers[index].screen.learn(views, showsAside: showsAside) }
        return []
    }
}
