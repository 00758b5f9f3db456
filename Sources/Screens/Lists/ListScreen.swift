import Domain
import Services
import TerminalUI
import Wording

/// A screen that is a list, and beside it, where there is room, the record under its cursor.
///
/// What stands beside the list is in `ListScreen+Aside.swift`.
struct ListScreen<Rows: ListRows>: Screen {
    var pane: ListPane<Rows>
    let format: Format
    /// The record under the cursor, where there is room for it.
    var aside = AsidePane()
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
    var readAt: Moment? { pane.readAt }
    var advice: Notice? { pane.line.mistakes.first.map { .error($0.message) } }

    func mustWait(for press: KeyPress, action: Action?) -> Bool { pane.mustWait(for: press, action: action) }
    func refusal(of action: Action) -> Phrase? { asideRefusal(of: action) ?? pane.refusal(of: action) }
    mutating func start() -> [Step] {
        defer { left = nil }
        return left.map { pane.resume($0) } ?? pane.read(from: .first, .first, origin: 0)
    }
    mutating func recall(_ memory: ListMemory) {
        isPassing = !pane.isUsual
        if !isPassing, let list = pane.rows.listName { left = memory.places[list] }
    }
    mutating func learn(_ views: [SavedView], showsAside: Bool) {
        pane.learn(views)
        aside.isWanted = showsAside
    }
    var place: (list: ListName, place: ListPlace)? { isPassing ? nil : pane.rows.listName.map { ($0, pane.place) } }

    /// Shows a saved view from the start.
    mutating func open(_ view: SavedView) {
        pane.take(view.look)
        pane.chosenView = view
    }

    mutating func reappear() -> [Step] { following { $0.pane.reappear() } }
    mutating func resize(_ size: Size) { pane.resize(aside.resize(size)) }
    mutating func resized() -> [Step] { follow() }
    mutating func perform(_ action: Action) -> [Step]? {
        if let steps = performAside(action) { return steps }
        guard let steps = pane.perform(action) else { return nil }
        return steps + follow()
    }
    mutating func type(_ press: KeyPress) -> [Step]? { pane.type(press).map { $0 + follow() } }
    mutating func paste(_ text: String) -> [Step] { following { $0.pane.paste(text) } }
    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? {
        pane.click(part, isDouble: isDouble).map { $0 + follow() }
    }
    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        switch slot {
        case .rows: following { $0.pane.receive(reply) }
        case .patch: following { $0.pane.receivePatch(reply) }
        case .subject, .check, .write: RecordReply.steps(reply)
        case .export: pane.receiveExport(reply)
        case .count: pane.receiveCount(reply)
        case .marks: pane.receiveMarks(reply)
        case .aside: receiveAside(reply)
        }
    }
    mutating func forget(_ slot: Slot) { pane.forget(slot) }
    mutating func wake() -> [Step] { readAside() }
    mutating func learn(_ news: News) -> [Step] {
        aside.outdate()
        return following { $0.pane.learn(news) }
    }
    mutating func learn(_ changes: Changes) -> [Step] {
        if isAsideConcerned(by: changes) { aside.outdate() }
        return following { $0.pane.learn(changes) }
    }
    mutating func neighbour(_ step: Int) -> (screen: any Screen, steps: [Step])? { pane.neighbour(step) }

    func view(in area: Rect, on canvas: inout Canvas) {
        let parts = aside.split(area)
        if let side = parts.aside { aside.view(in: side, on: &canvas) }
        pane.view(in: parts.list, format: format, on: &canvas)
    }

    /// Does something to the list, and then looks where its cursor is.
    private mutating func following(_ body: (inout Self) -> [Step]) -> [Step] {
        let steps = body(&self)
        return steps + follow()
    }
}
