import Domain
import Services
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

    /// Marks every row of the filter that is not, and takes the mark from those that are, also beyond what is loaded.
    mutating func invertMarks() -> [Step] {
        guard window.next == nil, window.previous == nil else {
            marking = .turns(former: Set(marks.keys))
            return [askForMarks(.first)]
        }
        let gained = window.rows.count { !isMarked($0) } - window.rows.count { isMarked($0) }
        if let full = refusalOfMarks(gained) { return [.say(.error(full))] }
        for row in window.rows {
            let id = rows.id(row)
            marks[id] = marks[id] == nil ? row : nil
        }
        return []
    }

    /// Marks every row of the filter, also those that are not loaded, as far as a list keeps marks.
    mutating func markAll() -> [Step] {
        marking = .marks
        return [askForMarks(.first)]
    }

    private func askForMarks(_ position: PagePosition) -> Step {
        var request = request(position)
        request.limit = ListRequest<Rows.Filter, Rows.Sort>.limits.upperBound
        return .ask(rows.query(request), .marks)
    }

    /// Takes a page of rows that are to be marked, and asks for the next one.
    mutating func receiveMarks(_ reply: Result<Reply, ServiceError>) -> [Step] {
        guard let marking else { return [] }
        self.marking = nil
        switch reply {
        case .success(let reply):
            guard let page = rows.page(reply) else { return [] }
            for item in page.items {
                if case .turns(let former) = marking, former.contains(rows.id(item)) {
                    marks[rows.id(item)] = nil
                    continue
                }
                if marks.count >= Self.maximumMarks && !isMarked(item) { return [.say(.info(Self.tooMany))] }
                marks[rows.id(item)] = item
            }
            guard let next = page.next else { return [.say(.done("\(count: marks.count, "row", "rows") marked."))] }
            self.marking = marking
            return [askForMarks(.after(next))]
        case .failure(let error): return error == .unavailable ? [] : [.say(.error(error.headline))]
        }
    }

    private static var tooMany: Phrase {
        "\(maximumMarks) rows are marked, as many as a list keeps; the filter has more."
    }

    /// Gives the reading up; what was marked stays marked.
    mutating func stopMarking() -> [Step] {
        guard marking != nil else { return [] }
        marking = nil
        return [.drop(.marks)]
    }

    mutating func unmarkAll() -> [Step] {
        marks = [:]
        return stopMarking()
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
