import TerminalUI
import Wording

extension FormScreen {
    /// Draws the open list below its field, or above it where there is more room.
    func drawLookup(at field: Rect, in area: Rect, on canvas: inout Canvas) {
        guard let lookup else { return }
        let head = lookup.typed.isEmpty ? 0 : 1
        let wanted = max(lookup.items.count, 1) + head
        let (above, below) = (field.y - area.y, area.maxY - field.y - 1)
        let isBelow = below >= min(wanted, above)
        let height = min(wanted, isBelow ? below : above)
        let box = Rect(
            x: field.x, y: isBelow ? field.y + 1 : field.y - height, width: min(field.width, 50), height: height)
        guard !box.isEmpty else { return }
        canvas.fill(box)
        canvas.coverSpots()
        canvas.line(x: box.x, y: box.y, height: box.height)
        let inside = Rect(x: box.x + 1, y: box.y, width: box.width - 1, height: box.height)
        if head > 0 {
            let width = canvas.write(lookup.typed, x: inside.x, y: inside.y, width: inside.width, role: .match)
            canvas.cursor = Point(x: min(inside.x + width, inside.maxX - 1), y: inside.y)
        }
        let rows = inside.split(top: head).rest
        guard !lookup.items.isEmpty else {
            let text: Phrase = lookup.isWaiting ? "looking\(canvas.glyphs.ellipsis)" : "Nothing fits."
            canvas.say(text, x: rows.x, y: rows.y, width: rows.width, role: .dim)
            return
        }
        var viewport = Viewport()
        viewport.follow(lookup.selected, height: rows.height, count: lookup.items.count)
        for (y, index) in zip(rows.rows, viewport.visible(height: rows.height, count: lookup.items.count)) {
            canvas.spot(Rect(x: rows.x, y: y, width: rows.width, height: 1), .choice(index))
            draw(
                lookup.items[index], index == lookup.selected, in: Rect(x: rows.x, y: y, width: rows.width, height: 1),
                &canvas)
        }
    }

    private func draw(_ item: FieldSuggestion, _ isSelected: Bool, in line: Rect, _ canvas: inout Canvas) {
        let role: CellRole = isSelected ? .selection : .text
        canvas.fill(line, role: role)
        if isSelected { canvas.put(canvas.glyphs.cursor, x: line.x, y: line.y, role: role) }
        let remark = min(Canvas.width(of: item.remark), line.width / 2)
        let (title, right) = line.inset(dx: 1).split(right: remark)
        canvas.say(item.title, x: title.x + 1, y: title.y, width: title.width - 2, role: role)
        canvas.write(item.remark, x: right.x, y: right.y, width: right.width, role: isSelected ? role : .dim)
    }
}
