/// What is to become of a saved view.
package enum ViewChange: Hashable, Sendable {
    /// It is kept, in the place of one with the same name.
    case keep(SavedView)
    case delete(SavedView)
}

extension [SavedView] {
    /// The views after a change, those of a list by their names.
    /// - Returns: `nil` where there are as many as are kept.
    func after(_ change: ViewChange) -> [SavedView]? {
        switch change {
        case .keep(let view):
            let others = filter { !$0.hasName(of: view) }
            return others.count < SavedView.limit ? others + [view] : nil
        case .delete(let view): return filter { !$0.hasName(of: view) }
        }
    }
}
