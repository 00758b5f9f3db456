import TerminalUI
import Wording

/// A box of commands over the screen: the help, the palette, or the short list of places to go.
///
/// Help and palette are the same list, filtered by typing; Enter does the selected command. Titles and keys
/// are both searched, so that one can ask what a key does.
struct CommandOverlay: Sendable {
    enum Kind: Hashable, Sendable {
        case help, palette, goTo
    }

    /// What came of a press.
    enum Outcome: Hashable, Sendable {
        case stays, closes
        case runs(Action)
    }

    let kind: Kind
    let entries: [CommandEntry]
    let language: Language
    var field = TextField(placeholder: "type to search, by name or by key", maximumLength: 60)
    private(set) var shown: [CommandEntry]
    private(set) var selected = 0
    private var viewport = Viewport()
    private var height = 10

    private init(_ kind: Kind, _ entries: [CommandEntry], _ language: Language) {
        (self.kind, self.entries, self.shown, self.language) = (kind, entries, entries, language)
    }

    static func help(_ entries: [CommandEntry], _ language: Language) -> Self { Self(.help, entries, language) }
    static func palette(_ entries: [CommandEntry], _ language: Language) -> Self { Self(.palette, entries, language) }
    static func goTo(_ commands: [Command<Action>], _ language: Language) -> Self {
        Self(.goTo, commands.map { CommandEntry($0) }, language)
    }

    /// The theme that is looked at.
    var lookedAtTheme: String? { nil }

    mutating func handle(_ press: KeyPress) -> Outcome {
        switch press.key {
        case .enter: return shown.indices.contains(selected) ? .runs(shown[selected].action) : .stays
        case .escape, .function(1), .function(3), .function(12): return .closes
        case .character("g") where press.modifiers == .control: return .closes
        case .up: move(-1)
        case .down: move(1)
        case .pageUp: move(-height)
        case .pageDown: move(height)
        default:
            if kind == .goTo { return choose(press) }
            if field.handle(press) { search() }
        }
        return .stays
    }

    mutating func paste(_ text: String) {
        guard kind != .goTo else { return }
        field.insert(text)
        search()
    }

    mutating func resize(_ size: Size) {
        height = max(size.height - 5, 1)
        viewport.follow(selected, height: height, count: shown.count)
    }

    /// One letter is enough to go somewhere.
    private func choose(_ press: KeyPress) -> Outcome {
        let entry = entries.first { $0.presses.contains(press) || $0.presses.contains(press.latin) }
        return entry.map { .runs($0.action) } ?? .closes
    }

    private mutating func search() {
        shown = CommandSearch.rank(entries, by: field.text, in: language)
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
        case .palette: "All commands"
        case .goTo: "Go to"
        }
    }

    func view(in area: Rect, on canvas: inout Canvas) {
        let isSmall = kind == .goTo
        if !isSmall { canvas.fill(area) }
        let box = area.centered(width: isSmall ? 30 : 100, height: isSmall ? entries.count + 2 : area.height)
        var inside = canvas.box(box, title: title).inset(dx: box.width > 30 ? 1 : 0)
        if kind != .goTo {
            let (line, rest) = inside.split(top: 1)
            inside = inside.height > 2 ? rest.split(top: 1).rest : rest
            field.draw(on: &canvas, x: line.x, y: line.y, width: line.width, isFocused: true)
        }
        let visible = viewport.visible(height: inside.height, count: shown.count)
        for (y, index) in zip(inside.rows, visible) { draw(shown[index], index == selected, inside, y, &canvas) }
        if shown.isEmpty {
            canvas.say("Nothing is called so.", x: inside.x, y: inside.y, width: inside.width, role: .dim)
        }
        if kind == .goTo { canvas.cursor = Point(x: inside.x, y: inside.y + selected - visible.lowerBound) }
    }

    private func draw(_ entry: CommandEntry, _ isSelected: Bool, _ area: Rect, _ y: Int, _ canvas: inout Canvas) {
        let keys = min(kind == .goTo ? 4 : 22, area.width / 2)
        let group = area.width >= 60 ? 12 : 0
        let text = area.width - keys - group
        let role: CellRole = isSelected ? .selection : .text
        canvas.write(entry.keys, x: area.x, y: y, width: keys, role: isSelected ? .selection : .hintKey)
        let title: Phrase = entry.refusal.map { "\(entry.title): \($0)" } ?? entry.title
        let isDim = entry.refusal != nil && !isSelected
        canvas.say(title, x: area.x + keys, y: y, width: text, role: isDim ? .dim : role)
        canvas.say(
            entry.group, x: area.x + keys + text, y: y, width: group, role: isSelected ? .selection : .dim,
            align: .right)
    }
}
