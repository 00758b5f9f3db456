import TerminalUI
import Wording

/// A box of commands over the screen: the help, or the short list of places to go.
///
/// Help is searched by typing words or the name of a key, or by pressing a key: Tab, then the key. Enter does the
/// selected command.
struct CommandOverlay: Sendable {
    enum Kind: Hashable, Sendable {
        case help, goTo
    }

    /// What came of a press.
    enum Outcome: Hashable, Sendable {
        case stays, closes
        case runs(Action)
        /// Says why the selected command can't be done from here.
        case refuses(Phrase)
    }

    let kind: Kind
    let entries: [CommandEntry]
    let language: Language
    /// What stands above the list.
    private(set) var topic: HelpTopic?
    private(set) var field = TextField(placeholder: "type to search; Tab, then a key: what it does", maximumLength: 60)
    /// Whether the next press is asked about, whatever it is.
    private(set) var asksForKey = false
    /// The press that was asked about last.
    private var pressed: KeyPress?
    private(set) var shown: [CommandEntry]
    private(set) var selected = 0
    private var viewport = Viewport()
    private var height = 10

    private init(_ kind: Kind, _ entries: [CommandEntry], _ language: Language) {
        (self.kind, self.entries, self.shown, self.language) = (kind, entries, entries, language)
    }

    static func help(
        _ entries: [CommandEntry], about topic: HelpTopic? = nil, _ language: Language, typed text: String = ""
    ) -> Self {
        var help = Self(.help, entries, language)
        help.topic = topic
        help.paste(text)
        return help
    }

    static func goTo(_ commands: [Command<Action>], _ language: Language) -> Self {
        Self(.goTo, commands.map { CommandEntry($0) }, language)
    }

    mutating func handle(_ press: KeyPress) -> Outcome {
        if asksForKey {
            explain(press)
            return .stays
        }
        switch press.key {
        case .enter: return choose()
        case .tab where kind == .help, .function(1) where kind == .help: asksForKey = true
        case .escape, .function(1), .function(3), .function(12): return .closes
        case .character("g") where press.modifiers == .control: return .closes
        case .up: move(-1)
        case .down: move(1)
        case .pageUp: move(-height)
        case .pageDown: move(height)
        default:
            if kind == .goTo { return choose(press) }
            if field.handle(press) {
                pressed = nil
                search()
            }
        }
        return .stays
    }

    mutating func paste(_ text: String) {
        guard kind != .goTo else { return }
        field.insert(text)
        (pressed, asksForKey) = (nil, false)
        search()
    }

    mutating func resize(_ size: Size) {
        let about = topicLines(in: Size(width: min(size.width, 100) - 4, height: size.height - 2))
        height = max(size.height - 5 - about.taken, 1)
        viewport.follow(selected, height: height, count: shown.count)
    }

    private func choose() -> Outcome {
        guard shown.indices.contains(selected) else { return .stays }
        let entry = shown[selected]
        return entry.isHere ? .runs(entry.action) : .refuses("\(entry.title): \(entry.refusal ?? "")")
    }

    /// One letter is enough to go somewhere.
    private func choose(_ press: KeyPress) -> Outcome {
        let entry = entries.first { $0.presses.contains(press) || $0.presses.contains(press.latin) }
        return entry.map { .runs($0.action) } ?? .closes
    }

    /// Shows what a key does, here and elsewhere.
    private mutating func explain(_ press: KeyPress) {
        asksForKey = false
        field.text = press.label
        pressed = press
        search()
    }

    private mutating func search() {
        shown =
            pressed.map { press in entries.filter { $0.presses.contains(press) || $0.presses.contains(press.latin) } }
            ?? CommandSearch.rank(entries, by: field.text, in: language)
        selected = 0
        viewport.follow(0, height: height, count: shown.count)
    }

    private mutating func move(_ step: Int) {
        selected = min(max(selected + step, 0), max(shown.count - 1, 0))
        viewport.follow(selected, height: height, count: shown.count)
    }
}

extension CommandOverlay {
    private var title: Phrase {
        switch kind {
        case .help: "Keys"
        case .goTo: "Go to"
        }
    }

    func view(in area: Rect, on canvas: inout Canvas) {
        let isSmall = kind == .goTo
        if !isSmall { canvas.fill(area) }
        let box = area.centered(width: isSmall ? 30 : 100, height: isSmall ? entries.count + 2 : area.height)
        var inside = canvas.box(box, title: title).inset(dx: box.width > 30 ? 1 : 0)
        let about = topicLines(in: inside.size)
        for (y, text) in zip(inside.rows, about.lines) {
            canvas.write(text, x: inside.x, y: y, width: inside.width, role: y == inside.y ? .title : .text)
        }
        inside = inside.split(top: about.taken).rest
        if kind != .goTo {
            let (line, below) = inside.split(top: 1)
            let (told, rest) = below.split(top: below.height > 1 ? 1 : 0)
            inside = rest
            field.draw(on: &canvas, x: line.x, y: line.y, width: line.width, isFocused: true)
            let refusal = shown.indices.contains(selected) ? shown[selected].refusal : nil
            let hint: Phrase = asksForKey ? "Press a key, and see what it does." : refusal ?? ""
            if told.height > 0 { canvas.say(hint, x: told.x, y: told.y, width: told.width, role: .warning) }
        }
        let visible = viewport.visible(height: inside.height, count: shown.count)
        for (y, index) in zip(inside.rows, visible) {
            canvas.spot(Rect(x: inside.x, y: y, width: inside.width, height: 1), .row(index))
            draw(shown[index], index == selected, inside, y, &canvas)
        }
        if shown.isEmpty {
            canvas.say(nothing, x: inside.x, y: inside.y, width: inside.width, role: .dim)
        }
        if kind == .goTo { canvas.cursor = Point(x: inside.x, y: inside.y + selected - visible.lowerBound) }
    }

    /// What there is to say of the topic, in no more than the upper half, and the rows that it takes.
    ///
    /// Where there is room, a blank row parts it from the list.
    private func topicLines(in size: Size) -> (lines: [String], taken: Int) {
        guard let topic else { return ([], 0) }
        let hasGap = size.height >= 12
        let limit = hasGap ? size.height / 2 - 1 : size.height - 3
        let lines = topic.lines(width: size.width, limit: limit, in: language)
        return (lines, lines.count + (hasGap ? 1 : 0))
    }

    private var nothing: Phrase {
        pressed.map { "\($0.label) does nothing." } ?? "Nothing is called so."
    }

    private func draw(_ entry: CommandEntry, _ isSelected: Bool, _ area: Rect, _ y: Int, _ canvas: inout Canvas) {
        let keys = min(kind == .goTo ? 4 : 22, area.width / 2)
        let group = area.width >= 60 ? 12 : 0
        let text = area.width - keys - group
        let role: CellRole = isSelected ? .selection : .text
        canvas.write(
            entry.keyText(in: canvas.language), x: area.x, y: y, width: keys, role: isSelected ? .selection : .hintKey)
        let title: Phrase = entry.refusal.map { "\(entry.title): \($0)" } ?? entry.title
        let isDim = entry.refusal != nil && !isSelected
        canvas.say(title, x: area.x + keys, y: y, width: text, role: isDim ? .dim : role)
        canvas.say(
            entry.group, x: area.x + keys + text, y: y, width: group, role: isSelected ? .selection : .dim,
            align: .right)
    }
}
