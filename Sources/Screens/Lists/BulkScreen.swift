import Domain
import Services
import TerminalUI
import Wording

/// What a list wants to do with one marked row: a change, or the reason why not.
enum BulkStep: Hashable, Sendable {
    case change(Change)
    case refused(Phrase)
}

/// What is asked before many rows are changed.
struct BulkQuestion: Sendable {
    /// What will happen, as a question.
    let text: Phrase
    /// The name of the screen that does it.
    let title: Phrase
    /// Whether nobody can take it back: then the number is to be typed however few there are.
    let isIrreversible: Bool
}

/// Changes many rows one after the other, and shows what became of each.
///
/// A failure stops nothing; leaving, or ^C, stops between two rows. Rows that were changed lose their mark in the list.
struct BulkScreen: Screen {
    enum State: Hashable, Sendable {
        case waits(Change)
        case done
        case failed(Phrase)
    }

    struct Row: Hashable, Sendable {
        let name: Phrase
        var state: State
    }

    /// Rows that may be changed by a y; more ask for their number.
    static let manyRows = 20

    let title: Phrase
    private(set) var rows: [Row]
    private(set) var current: Int?
    private(set) var isStopped = false
    private var top = 0
    private var height = 10

    init(_ title: Phrase, _ rows: [Row]) { (self.title, self.rows) = (title, rows) }

    /// Asks, and opens the screen if the answer is yes.
    static func open(_ question: BulkQuestion, rows: [Row]) -> [Step] {
        let steps: [Step] = [.open(BulkScreen(question.title, rows))]
        let isLarge = rows.count > manyRows || question.isIrreversible
        return [isLarge ? .confirmNumber(question.text, rows.count, steps) : .confirm(question.text, steps)]
    }

    var crumb: Phrase { title }
    var scopes: [Scope] { [.moving, .screen] }
    var changesMany: Bool { true }
    var doneCount: Int { rows.count { $0.state == .done } }
    var failedCount: Int { rows.count { if case .failed = $0.state { true } else { false } } }
    private var isOver: Bool { current == nil }

    var advice: Notice? {
        if !isOver { return .info("\(doneCount + failedCount) of \(rows.count); ^C stops") }
        let stopped: Phrase = isStopped ? "Stopped: \(doneCount) done" : "\(doneCount) done"
        return failedCount == 0
            ? .done("\(stopped).") : .error("\(stopped), \(failedCount) refused; they keep their mark.")
    }

    var saying: Notice? { isOver ? advice : nil }

    mutating func start() -> [Step] { next() }

    /// Asks for the next change; ends where there is none, or somebody has stopped it.
    private mutating func next() -> [Step] {
        current = isStopped ? nil : rows.firstIndex { if case .waits = $0.state { true } else { false } }
        guard let current, case .waits(let change) = rows[current].state else { return [] }
        top = max(top, current - height + 1)
        return [.ask(.change(change), .write)]
    }

    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        guard slot == .write, let index = current else { return [] }
        switch reply {
        case .success(.record(let record)):
            rows[index].state = .done
            return [.tell(.changedTogether(record))] + next()
        case .success: rows[index].state = .failed("The input is not right.")
        case .failure(let error):
            rows[index].state = .failed(error.headline)
            // Nothing more can be written; what waits stays marked.
            if error == .unavailable { isStopped = true }
        }
        return next()
    }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .down: top += 1
        case .up: top -= 1
        case .pageDown: top += height
        case .pageUp: top -= height
        case .first: top = 0
        case .last: top = rows.count
        case .interrupt, .cancel, .back:
            guard !isOver else { return nil }
            isStopped = true
        default: return nil
        }
        top = max(0, min(top, rows.count - height))
        return []
    }

    mutating func resize(_ size: Size) { height = max(1, size.height) }

    func view(in area: Rect, on canvas: inout Canvas) {
        for (y, index) in zip(area.rows, rows.indices.dropFirst(top)) {
            let row = rows[index]
            let (state, role) = words(row.state, isCurrent: index == current)
            let (left, right) = area.split(left: area.width * 2 / 5)
            canvas.say(row.name, x: left.x + 1, y: y, width: left.width - 2, role: .text)
            canvas.say(state, x: right.x, y: y, width: right.width, role: role)
        }
        canvas.cursor = Point(x: area.x, y: area.y)
    }

    private func words(_ state: State, isCurrent: Bool) -> (Phrase, CellRole) {
        switch state {
        case .waits: (isCurrent ? "working" : "waiting", .dim)
        case .done: ("done", .ok)
        case .failed(let reason): (reason, .error)
        }
    }
}
