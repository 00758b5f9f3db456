public import Wording

extension Canvas {
    /// Fills a rectangle with one sign; a sign that isn't one column wide fills as a space.
    public mutating func fill(_ rect: Rect, role: Role = .text, with sign: Unicode.Scalar = " ") {
        let area = rect.intersection(bounds)
        let scalar = CellWidth.of(sign.value) == 1 ? sign.value : Cell.space
        for y in area.rows {
            blank(from: area.x, to: area.maxX, y: y, role: role.rawValue, scalar: scalar)
        }
    }

    /// Changes the role of the cells in a rectangle and leaves what they show.
    public mutating func restyle(_ rect: Rect, role: Role) {
        let area = rect.intersection(bounds)
        for y in area.rows {
            for x in area.x..<area.maxX { cells[y * size.width + x].role = role.rawValue }
        }
    }

    /// A level line of `width` columns.
    public mutating func line(x: Int, y: Int, width: Int, role: Role = .border) {
        fill(Rect(x: x, y: y, width: width, height: 1), role: role, with: glyphs.box.horizontal)
    }

    /// An upright line of `height` rows.
    public mutating func line(x: Int, y: Int, height: Int, role: Role = .border) {
        fill(Rect(x: x, y: y, width: 1, height: height), role: role, with: glyphs.box.vertical)
    }

    /// A frame with a title in its upper edge, blank inside; returns the rectangle inside.
    @discardableResult
    public mutating func box(_ rect: Rect, title: Phrase = "", role: Role = .border) -> Rect {
        guard rect.width >= 2, rect.height >= 2 else {
            fill(rect)
            return Rect(x: rect.x, y: rect.y, width: 0, height: 0)
        }
        let right = rect.maxX - 1
        let bottom = rect.maxY - 1
        fill(rect)
        line(x: rect.x, y: rect.y, width: rect.width, role: role)
        line(x: rect.x, y: bottom, width: rect.width, role: role)
        line(x: rect.x, y: rect.y, height: rect.height, role: role)
        line(x: right, y: rect.y, height: rect.height, role: role)
        put(glyphs.box.topLeft, x: rect.x, y: rect.y, role: role)
        put(glyphs.box.topRight, x: right, y: rect.y, role: role)
        put(glyphs.box.bottomLeft, x: rect.x, y: bottom, role: role)
        put(glyphs.box.bottomRight, x: right, y: bottom, role: role)
        let title = language.text(title)
        if !title.isEmpty && rect.width > 6 {
            write(" \(title) ", x: rect.x + 2, y: rect.y, width: rect.width - 4, role: .title, fills: false)
        }
        return rect.inset(dx: 1, dy: 1)
    }
}
