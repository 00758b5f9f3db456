import TerminalUI
import Wording

/// The record under a list's cursor, beside the list: read once the cursor rests, and scrolled by keys of its own.
///
/// One clock runs at a time, however many keys come: when it rings and the cursor has moved meanwhile, it is set anew.
struct AsidePane: Hashable, Sendable {
    /// Columns from which on there is room for it.
    static let minimumWidth = 110
    /// How long the cursor rests before its record is read.
    static let rest = Duration.milliseconds(150)

    /// Whether the operator wants it.
    var isWanted = true
    private(set) var hasRoom = false
    private var width = 0
    private var height = 1
    private var lines: [AsideLine] = []
    private var top = 0
    /// The row under the cursor, the one whose rest is awaited, and the one that is shown.
    private var current: Int64?
    private var resting: Int64?
    private var shown: Int64?
    private var isClockSet = false
    /// Whether what is shown may have changed.
    private var isOutdated = false

    /// Whether it is on the screen.
    var isVisible: Bool { isWanted && hasRoom }

    /// What is left of a list's width; a blank and a line stand between the two.
    mutating func resize(_ size: Size) -> Size {
        hasRoom = size.width >= Self.minimumWidth
        width = isVisible ? min(max(size.width - 80, 36), 56) : 0
        height = max(size.height, 1)
        scroll(by: 0)
        return Size(width: size.width - (isVisible ? width + 2 : 0), height: size.height)
    }

    /// The two parts of a list's area.
    func split(_ area: Rect) -> (list: Rect, aside: Rect?) {
        guard isVisible else { return (area, nil) }
        let (list, aside) = area.split(right: width + 2)
        return (list, aside)
    }

    /// Notes where the cursor is; a clock is set where that is somewhere else.
    mutating func follow(_ id: Int64?) -> [Step] {
        guard isVisible else { return [] }
        current = id
        guard id != shown || isOutdated, !isClockSet else { return [] }
        return setClock()
    }

    /// Notes where the cursor is, without more.
    mutating func point(at id: Int64?) { current = id }

    private mutating func setClock() -> [Step] {
        (isClockSet, resting) = (true, current)
        return [.wake(after: Self.rest)]
    }

    /// The clock has rung.
    /// - Returns: Whether the cursor has rested, so that its record is to be read; else the clock is set anew.
    mutating func hasRested() -> (isReady: Bool, steps: [Step]) {
        isClockSet = false
        guard isVisible, current != shown || isOutdated else { return (false, []) }
        guard current == resting else { return (false, setClock()) }
        return (true, [])
    }

    /// Shows what is known of the row under the cursor.
    mutating func show(_ lines: [AsideLine]) {
        if shown != current { top = 0 }
        (self.lines, shown, isOutdated) = (lines, current, false)
        scroll(by: 0)
    }

    /// Others have changed something that may be shown.
    mutating func outdate() { isOutdated = true }

    mutating func scroll(by distance: Int) { top = max(0, min(top + distance, lines.count - height)) }

    /// Lines that a key scrolls by.
    var page: Int { max(1, height / 2) }

    func view(in area: Rect, on canvas: inout Canvas) {
        canvas.line(x: area.x + 1, y: area.y, height: area.height)
        let (_, inside) = area.split(left: 3)
        for (y, line) in zip(inside.rows, lines.dropFirst(top)) {
            line.draw(in: Rect(x: inside.x, y: y, width: inside.width, height: 1), on: &canvas)
        }
        let below = lines.count - top - inside.height
        if below > 0, let last = inside.rows.last {
            let more: Phrase = "\(count: below + 1, "more line", "more lines")"
            canvas.say(more, x: inside.x, y: last, width: inside.width, role: .dim)
        }
    }
}
