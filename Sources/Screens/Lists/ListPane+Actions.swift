import Domain
import TerminalUI
import Wording

extension ListPane {
    var isTyping: Bool { isSearching || isMenuOpen || jump != nil || naming != nil }
    /// Whether a short list is open over the rows.
    var isMenuOpen: Bool { chooser != nil || formatMenu != nil || viewMenu != nil }

    /// Rows that are on their way are waited for by whatever would act on them; reading on in what is there,
    /// and asking for something else, go at once.
    func mustWait(for press: KeyPress, action: Action?) -> Bool {
        guard let load, let action else { return false }
        switch load {
        case .replace(.keep, _): return false
        case .replace, .sought:
            if isMenuOpen || (isTyping && press.key == .enter) { return false }
            return !Self.isFree(action)
        case .after: return distance(action).map { cursor + $0 > window.rows.count - 1 } ?? false
        case .before: return distance(action).map { cursor + $0 < 0 } ?? false
        }
    }

    private static func isFree(_ action: Action) -> Bool {
        switch action {
        case .search, .jump, .refresh, .sort, .secondSort, .reverse, .nextColumns, .narrow, .first, .last, .create,
            .back, .cancel, .help, .palette, .messages, .goTo, .interrupt, .suspend, .redraw, .quit, .home, .orders,
            .users, .products, .ledger, .audit, .theme, .unmarkAll, .chooseView, .openView:
            true
        default: false
        }
    }

    private func distance(_ action: Action) -> Int? {
        switch action {
        case .up: -1
        case .down: 1
        case .pageUp: -height
        case .pageDown: height
        default: nil
        }
    }

    /// Why an action can't be done; marked rows each have an answer of their own, and rows that are still on their way
    /// are waited for.
    @specialized(where Rows == OrderRows)
    @specialized(where Rows == UserRows)
    @specialized(where Rows == ProductRows)
    @specialized(where Rows == MoveRows)
    @specialized(where Rows == AuditRows)
    func refusal(of action: Action) -> Phrase? {
        switch load {
        case .replace?, .sought?: return nil
        case .after?, .before?, nil: break
        }
        return switch action {
        case .open: selected == nil ? "There is no row to open." : nil
        case .saveView: refusalToSave
        case .unmarkAll: marks.isEmpty ? "No row is marked." : nil
        case .mark, .markUp, .markDown: selected == nil ? "There is no row to mark." : nil
        default: marks.isEmpty ? rows.refusal(of: action, on: selected) : nil
        }
    }

    @specialized(where Rows == OrderRows)
    @specialized(where Rows == UserRows)
    @specialized(where Rows == ProductRows)
    @specialized(where Rows == MoveRows)
    @specialized(where Rows == AuditRows)
    mutating func perform(_ action: Action) -> [Step]? {
        if let distance = distance(action) { return move(by: distance) }
        switch action {
        case .first: return window.previous == nil ? move(to: 0) : read(from: .first, .first, origin: 0)
        case .last: return window.next == nil ? move(to: window.rows.count - 1) : read(from: .last, .last)
        case .open: return open()
        case .search: isSearching = true
        case .mark: return mark()
        case .markDown: return extendMarks(by: 1)
        case .markUp: return extendMarks(by: -1)
        case .invertMarks: return invertMarks()
        case .markAll: return markAll()
        case .unmarkAll: return unmarkAll()
        case .count: return count()
        case .refresh: return refresh()
        case .export: return chooseFormat()
        case .copy: return copyName()
        case .copyRow: return copyRows(rows.format.language)
        case .jump: return startJump()
        case .sort: return chooseSort(second: false)
        case .secondSort: return chooseSort(second: true)
        case .reverse: return reverse()
        case .nextColumns: return nextColumnSet()
        case .narrow: return narrow()
        case .chooseView: return chooseView()
        case .saveView: return nameView()
        case .cancel: return cancel()
        default: return changeMarked(action) ?? rows.perform(action, on: selected)
        }
        return []
    }

    mutating func move(by distance: Int) -> [Step] { move(to: cursor + distance) }

    private mutating func move(to index: Int) -> [Step] {
        problem = nil
        cursor = min(max(index, 0), max(window.rows.count - 1, 0))
        viewport.follow(cursor, height: height, count: window.rows.count)
        // A refresh reads the rows around the cursor; it is of no use to one who has gone far away meanwhile.
        if case .replace(.keep, _)? = load, (cursor - refreshedFrom).magnitude > height {
            load = nil
            isStale = true
            return [.drop(.rows)] + readAhead()
        }
        return readAhead()
    }

    private func open() -> [Step] {
        guard let selected else { return [] }
        return rows.detail(selected).map { [.open($0)] } ?? [.say(.info("There is no more to show of this row."))]
    }

    private mutating func narrow() -> [Step] {
        guard rows.narrow(&filter) else { return [] }
        return forgetFiltered() + read(from: .first, selected.map { .row(rows.id($0)) } ?? .first, origin: 0)
    }

    /// The screen of the record after or before the selected one.
    mutating func neighbour(_ step: Int) -> (screen: any Screen, steps: [Step])? {
        guard window.rows.indices.contains(cursor + step) else { return nil }
        let steps = move(by: step)
        return selected.flatMap(rows.detail).map { ($0, steps) }
    }
}
