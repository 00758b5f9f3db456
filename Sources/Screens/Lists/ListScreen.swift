import Domain
import Services
import TerminalUI
import Wording

/// A screen that is a list and nothing else.
struct ListScreen<Rows: ListRows>: Screen {
    var pane: ListPane<Rows>
    let format: Format
    /// How the list was left when it was closed, until it is read.
    private var left: ListPlace?
    /// Whether it was opened for one filter or view, and leaves the list's own place alone.
    private var isPassing = false

    init(
        _ rows: Rows, filter: Rows.Filter, format: Format, typed: String = "", order: ListOrder<Rows.Sort>? = nil
    ) {
        pane = ListPane(rows, filter: filter, typed: typed, order: order)
        self.format = format
    }

    var crumb: Phrase { pane.rows.crumb }
    var scopes: [Scope] { Rows.scopes }
    var isTyping: Bool { pane.isTyping }
    var advice: Notice? { pane.line.mistakes.first.map { .error($0.message) } }

    func mustWait(for press: KeyPress, action: Action?) -> Bool { pane.mustWait(for: press, action: action) }
    func refusal(of action: Action) -> Phrase? { pane.refusal(of: action) }
    mutating func start() -> [Step] {
        defer { left = nil }
        return left.map { pane.resume($0) } ?? pane.read(from: .first, .first, origin: 0)
    }
    mutating func reappear() -> [Step] { pane.reappear() }
    mutating func recall(_ memory: ListMemory) {
        isPassing = !pane.isUsual
        pane.learn(memory.views)
        if !isPassing, let list = pane.rows.listName { left = memory.places[list] }
    }
    mutating func learn(_ views: [SavedView]) { pane.learn(views) }
    var place: (list: ListName, place: ListPlace)? { isPassing ? nil : pane.rows.listName.map { ($0, pane.place) } }

    /// Shows a saved view from the start.
    mutating func open(_ view: SavedView) {
        pane.take(view.look)
        pane.chosenView = view
    }
    mutating func resize(_ size: Size) { pane.resize(size) }
    mutating func perform(_ action: Action) -> [Step]? { pane.perform(action) }
    mutating func type(_ press: KeyPress) -> [Step]? { pane.type(press) }
    mutating func paste(_ text: String) -> [Step] { pane.paste(text) }
    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? { pane.click(part, isDouble: isDouble) }
    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        switch slot {
        case .rows: pane.receive(reply)
        case .patch: pane.receivePatch(reply)
        case .subject, .check, .write: RecordReply.steps(reply)
        case .export: pane.receiveExport(reply)
        case .count: pane.receiveCount(reply)
        case .marks: pane.receiveMarks(reply)
        }
    }
    mutating func forget(_ slot: Slot) { pane.forget(slot) }
    mutating func learn(_ news: News) -> [Step] { pane.learn(news) }
    mutating func learn(_ changes: Changes) -> [Step] { pane.learn(changes) }
    mutating func neighbour(_ step: Int) -> (screen: any Screen, steps: [Step])? { pane.neighbour(step) }
    func view(in area: Rect, on canvas: inout Canvas) { pane.view(in: area, format: format, on: &canvas) }
}
