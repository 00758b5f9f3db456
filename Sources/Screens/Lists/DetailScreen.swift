import Domain
import Services
import TerminalUI
import Wording

/// A record: its facts above, the rows that belong to it below.
struct DetailScreen<Subject: DetailSubject>: Screen {
    private(set) var subject: Subject
    private(set) var pane: ListPane<Subject.Rows>
    private let format: Format

    init(_ subject: Subject, format: Format) {
        (self.subject, self.format) = (subject, format)
        pane = ListPane(subject.rows, filter: subject.filter)
    }

    var crumb: Phrase { subject.crumb }
    var scopes: [Scope] { Subject.scopes }
    var isTyping: Bool { pane.isTyping }
    var readAt: Moment? { pane.readAt }

    func mustWait(for press: KeyPress, action: Action?) -> Bool { pane.mustWait(for: press, action: action) }

    func refusal(of action: Action) -> Phrase? { subject.refusal(of: action) ?? pane.refusal(of: action) }

    mutating func start() -> [Step] {
        [.ask(subject.query, .subject)] + pane.read(from: .first, .first, origin: 0)
    }

    mutating func reappear() -> [Step] { [.ask(subject.query, .subject)] + pane.reappear() }

    mutating func resize(_ size: Size) { pane.resize(split(Rect(size)).rows.size) }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .nextRecord: return [.turn(1)]
        case .previousRecord: return [.turn(-1)]
        case .refresh: return [.ask(subject.query, .subject)] + pane.refresh()
        default: return subject.perform(action) ?? pane.perform(action)
        }
    }

    mutating func type(_ press: KeyPress) -> [Step]? { pane.type(press) }
    mutating func paste(_ text: String) -> [Step] { pane.paste(text) }
    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? { pane.click(part, isDouble: isDouble) }

    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        switch (slot, reply) {
        case (.rows, _): return pane.receive(reply)
        case (.patch, _): return pane.receivePatch(reply)
        case (.export, _): return pane.receiveExport(reply)
        case (.write, _): return RecordReply.steps(reply)
        case (.subject, .success(.record(let record))):
            subject.take(record)
            return []
        case (.subject, .failure(let error)): return error == .unavailable ? [] : [.say(.error(error.headline))]
        case (.subject, _), (.check, _), (.count, _), (.marks, _), (.aside, _): return []
        }
    }

    mutating func forget(_ slot: Slot) { pane.forget(slot) }

    mutating func learn(_ news: News) -> [Step] {
        subject.take(news.record)
        return pane.learn(news)
    }

    mutating func learn(_ changes: Changes) -> [Step] {
        (subject.query.isConcerned(by: changes) ? [.ask(subject.query, .subject)] : []) + pane.learn(changes)
    }

    mutating func neighbour(_ step: Int) -> (screen: any Screen, steps: [Step])? { pane.neighbour(step) }

    func view(in area: Rect, on canvas: inout Canvas) {
        let parts = split(area)
        DetailFact.draw(subject.facts, in: parts.facts, on: &canvas)
        if let line = parts.line { canvas.line(x: line.x, y: line.y, width: line.width) }
        pane.view(in: parts.rows, format: format, on: &canvas)
    }

    /// The facts get what they need, but never more than two fifths of the screen.
    private func split(_ area: Rect) -> (facts: Rect, line: Rect?, rows: Rect) {
        let columns = DetailFact.columns(area.width)
        let wanted = (subject.facts.count + columns - 1) / columns
        let (facts, rest) = area.split(top: min(wanted, area.height * 2 / 5))
        guard rest.height >= 4 else { return (facts, nil, rest) }
        let (line, rows) = rest.split(top: 1)
        return (facts, line, rows)
    }
}
