import TerminalUI

extension ListPane {
    /// Selects the row that was clicked, or opens it; a click on the filter line is a wish to type there.
    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? {
        if case .choice(let index) = part { return choose(index, isDouble: isDouble) }
        guard !isMenuOpen, jump == nil, naming == nil else { return [.run(.ring)] }
        switch part {
        case .field:
            isSearching = true
            return []
        case .row(let index):
            // Other rows are on their way to where these stand; what was clicked is about to go.
            if case .replace(let target, _)? = load, target != .keep { return [.run(.ring)] }
            if load == .sought { return [.run(.ring)] }
            isSearching = false
            let steps = move(by: index - cursor)
            return isDouble ? steps + (perform(.open) ?? []) : steps
        case .choice, .hint: return nil
        }
    }

    /// Selects an option of the open menu; the second click chooses it, as Enter does.
    private mutating func choose(_ index: Int, isDouble: Bool) -> [Step]? {
        chooser?.select(index)
        formatMenu?.select(index)
        viewMenu?.select(index)
        return isDouble ? type(KeyPress(.enter)) : []
    }
}
