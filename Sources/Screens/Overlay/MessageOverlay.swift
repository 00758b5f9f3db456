import Domain
import TerminalUI
import Wording

/// What was said on the message line, the latest first, searched by typing; the selected one in full below.
struct MessageOverlay: Sendable {
    let entries: [NoticeLog.Entry]
    let format: Format
    private(set) var field = TextField(placeholder: "type to search", maximumLength: 60)
    private(set) var shown: [NoticeLog.Entry]
    private(set) var selected = 0
    private var viewport = Viewport()
    private var height = 10

    /// Lines below the list that the selected message has.
    private static let fullLines = 3

    init(_ log: NoticeLog, _ format: Format) {
        (entries, self.format) = (log.entries.reversed(), format)
        shown = entries
    }

    /// Edits, moves; false if the press closes it.
    mutating func handle(_ press: KeyPress) -> Bool {
        switch press.key {
        case .enter, .escape, .function(3), .function(12): return false
        case .character("g") where press.modifiers == .control: return false
        case .up: move(-1)
        case .down: move(1)
        case .pageUp: move(-height)
        case .pageDown: move(height)
        default: if field.handle(press) { search() }
        }
        return true
    }

    mutating func paste(_ text: String) {
        field.insert(text)
        search()
    }

    mutating func resize(_ size: Size) {
        height = max(size.height - 5 - (size.height >= 10 ? Self.fullLines : 0), 1)
        viewport.follow(selected, height: height, count: shown.count)
    }

    private mutating func search() {
        let words = SearchText.words(field.text)
        shown = entries.filter { entry in
            let text = SearchText.fold(format.language.text(entry.notice.text))
            return words.allSatisfy { text.contains($0) }
        }
        selected = 0
        viewport.follow(0, height: height, count: shown.count)
    }

    private mutating func move(_ step: Int) {
        selected = min(max(selected + step, 0), max(shown.count - 1, 0))
        viewport.follow(selected, height: height, count: shown.count)
    }

    func view(in area: Rect, on canvas: inout Canvas) {
        canvas.fill(area)
        let box = area.centered(width: 100, height: area.height)
        var inside = canvas.box(box, title: "Messages").inset(dx: box.width > 30 ? 1 : 0)
        let (line, rest) = inside.split(top: 1)
        inside = rest.height > 1 ? rest.split(top: 1).rest : rest
        if area.height >= 10 {
            let parts = inside.split(bottom: Self.fullLines)
            inside = parts.rest
            drawFull(in: parts.bottom, on: &canvas)
        }
        let visible = viewport.visible(height: inside.height, count: shown.count)
        for (y, index) in zip(inside.rows, visible) { draw(shown[index], index == selected, inside, y, &canvas) }
        if shown.isEmpty {
            canvas.say("Nothing was said.", x: inside.x, y: inside.y, width: inside.width, role: .dim)
        }
        field.draw(on: &canvas, x: line.x, y: line.y, width: line.width, isFocused: true)
    }

    private func draw(
        _ entry: NoticeLog.Entry, _ isSelected: Bool, _ area: Rect, _ y: Int, _ canvas: inout Canvas
    ) {
        let time = min(10, area.width / 3)
        canvas.write(
            format.time(entry.moment), x: area.x, y: y, width: time, role: isSelected ? .selection : .dim)
        canvas.say(
            entry.notice.text, x: area.x + time, y: y, width: area.width - time,
            role: isSelected ? .selection : entry.notice.role)
    }

    /// The selected message, broken between words.
    private func drawFull(in area: Rect, on canvas: inout Canvas) {
        guard shown.indices.contains(selected) else { return }
        let notice = shown[selected].notice
        let lines = Self.broken(format.language.text(notice.text), width: area.width, limit: area.height)
        for (y, text) in zip(area.rows, lines) {
            canvas.write(text, x: area.x, y: y, width: area.width, role: notice.role)
        }
    }

    /// At most `limit` lines; what is left over stands in the last one, where it is cut.
    static func broken(_ text: String, width: Int, limit: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            let last = lines.last.map { "\($0) \(word)" }
            if let last, Canvas.width(of: last) <= width || lines.count == limit {
                lines[lines.count - 1] = last
            } else if lines.count < limit {
                lines.append(String(word))
            }
        }
        return lines
    }
}
