import TerminalUI
import Wording

/// Rows that are marked, to be changed together.
///
/// Marks belong to records and not to places: they survive paging, refresh, sort and filter.
extension ListPane {
    /// Marks that a list keeps at most.
    static var maximumMarks: Int { 10_000 }

    /// The marked rows in the order of their ids.
    var marked: [Rows.Item] { marks.sorted { $0.key < $1.key }.map(\.value) }

    func isMarked(_ item: Rows.Item) -> Bool { marks[rows.id(item)] != nil }

    /// Marks the selected row, or takes its mark away, and goes on to the next.
    mutating func mark() -> [Step] {
        guard let selected else { return [] }
        let id = rows.id(selected)
        if marks.removeValue(forKey: id) == nil {
            if let full = refusalOfMarks(1) { return [.say(.error(full))] }
            marks[id] = selected
        }
        return move(by: 1)
    }

    /// Marks the selected row and the next one in a direction, and goes there.
    mutating func extendMarks(by step: Int) -> [Step] {
        guard let selected else { return [] }
        if let full = refusalOfMarks(2) { return [.say(.error(full))] }
        marks[rows.id(selected)] = selected
        let steps = move(by: step)
        if let reached = self.selected { marks[rows.id(reached)] = reached }
        return steps
    }

    /// Marks every loaded row that is not, and takes the mark from those that are.
    mutating func invertMarks() -> [Step] {
        let gained = window.rows.count { !isMarked($0) } - window.rows.count { isMarked($0) }
        if let full = refusalOfMarks(gained) { return [.say(.error(full))] }
        for row in window.rows {
            let id = rows.id(row)
            marks[id] = marks[id] == nil ? row : nil
        }
        return []
    }

    private func refusalOfMarks(_ more: Int) -> Phrase? {
        marks.count + more > Self.maximumMarks ? "A list keeps at most \(Self.maximumMarks) marks." : nil
    }

    /// Takes newer versions of marked rows in.
    mutating func refreshMarks() {
        guard !marks.isEmpty else { return }
        for row in window.rows where marks[rows.id(row)] != nil { marks[rows.id(row)] = row }
    }

    /// What an action does with all marked rows; `nil` where it is none for many, or none is marked.
    func changeMarked(_ action: Action) -> [Step]? {
        guard !marks.isEmpty, let question = rows.bulk(action, marks.count) else { return nil }
        let works = marked.map { item -> BulkScreen.Row in
            switch rows.change(action, item) {
            case .change(let change): BulkScreen.Row(name: rows.name(item), state: .waits(change))
            case .refused(let reason): BulkScreen.Row(name: rows.name(item), state: .failed(reason))
            }
        }
        return BulkScreen.open(question, rows: works)
    }
}
