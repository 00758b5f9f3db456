public import Wording

extension Canvas {
    /// Draws `text` at a place, clipped to `width` columns and to the grid; what is cut off ends in "…".
    ///
    /// - Parameters:
    ///   - text: Any text; it is made safe here.
    ///   - x: The column of the field's left edge; it may lie outside of the grid.
    ///   - y: The row; outside of the grid nothing is drawn.
    ///   - width: The field's columns; nil reaches to the right edge of the grid.
    ///   - role: What the text means.
    ///   - align: Where the text stands in the field.
    ///   - fills: Whether the rest of a field of known width is blanked in the same role.
    /// - Returns: The columns that the text itself takes, at most the field's.
    @discardableResult
    public mutating func write(
        _ text: String, x: Int, y: Int, width: Int? = nil, role: Role = .text, align: Alignment = .left,
        fills: Bool = true
    ) -> Int {
        let extent = Self.maximumExtent
        guard y >= 0, y < size.height, x < size.width, x > -2 * extent else { return 0 }
        let field = min(width ?? (size.width - x), 4 * extent)
        guard field > 0 else { return 0 }
        let isFilled = fills && width != nil
        if align == .left {
            let used = draw(text, x: x, y: y, limit: field, role: role.rawValue)
            if isFilled { blank(from: x + used, to: x + field, y: y, role: role.rawValue) }
            return used
        }
        let needed = min(Canvas.width(of: text), field)
        let start = x + (align == .right ? field - needed : (field - needed) / 2)
        if isFilled { blank(from: x, to: start, y: y, role: role.rawValue) }
        let used = draw(text, x: start, y: y, limit: x + field - start, role: role.rawValue)
        if isFilled { blank(from: start + used, to: x + field, y: y, role: role.rawValue) }
        return used
    }

    /// Draws a phrase in the language of the canvas, as ``write(_:x:y:width:role:align:fills:)`` draws text.
    @discardableResult
    public mutating func say(
        _ phrase: Phrase, x: Int, y: Int, width: Int? = nil, role: Role = .text, align: Alignment = .left,
        fills: Bool = true
    ) -> Int {
        write(language.text(phrase), x: x, y: y, width: width, role: role, align: align, fills: fills)
    }

    /// Draws one sign, such as one of the ``glyphs``.
    public mutating func put(_ scalar: Unicode.Scalar, x: Int, y: Int, role: Role = .text) {
        guard x >= 0, x < size.width else { return }
        write(String(Character(scalar)), x: x, y: y, width: 1, role: role, fills: false)
    }

    /// Draws from column `x` on and returns the columns taken, at most `limit`.
    private mutating func draw(_ text: String, x: Int, y: Int, limit: Int, role: UInt8) -> Int {
        let row = y * size.width
        let edge = size.width
        var scalars = SafeScalars(replacement: glyphs.replacement)
        var used = 0
        var last = -1
        var isCut = false
        let isASCII = glyphs.isASCII
        scalars.forEach(in: text) { scalar, width in
            if width == 0 {
                if last >= 0 && !isASCII { attach(scalar, to: last) }
                return true
            }
            guard used + width <= limit else {
                isCut = true
                return false
            }
            let column = x + used
            used += width
            let shown = isASCII && scalar >= 0x80 && width == 1 ? Self.inASCII(scalar) : scalar
            last = place(shown, width: width, column: column, row: row, edge: edge, role: role)
            return column < edge
        }
        if isCut { used = cut(x: x, used: used, limit: limit, row: row, role: role) }
        return min(used, limit)
    }

    private static func inASCII(_ scalar: UInt32) -> UInt32 {
        (Unicode.Scalar(scalar)?.inASCII ?? "?").value
    }

    /// Sets a scalar's one or two cells; a wide one that the grid's edge would halve becomes a space.
    @inline(__always)
    private mutating func place(
        _ scalar: UInt32, width: Int, column: Int, row: Int, edge: Int, role: UInt8
    ) -> Int {
        guard column + width > 0, column < edge else { return -1 }
        let end = row + edge
        if width == 1 {
            put(Cell(scalar, role: role), at: row + column, rowStart: row, rowEnd: end)
            return row + column
        }
        guard column >= 0, column + 1 < edge else {
            put(Cell(Cell.space, role: role), at: row + max(0, column), rowStart: row, rowEnd: end)
            return -1
        }
        put(Cell(scalar, role: role, width: 2), at: row + column, rowStart: row, rowEnd: end)
        put(Cell(0, role: role, width: 1), at: row + column + 1, rowStart: row, rowEnd: end)
        cells[row + column].width = 2
        cells[row + column].scalar = scalar
        cells[row + column + 1].width = 0
        return row + column
    }

    /// Puts the ellipsis into the last column of a field that was too narrow, and returns the columns taken.
    private mutating func cut(x: Int, used: Int, limit: Int, row: Int, role: UInt8) -> Int {
        let sign = min(used, limit - 1)
        let column = x + sign
        if column >= 0 && column < size.width {
            let cell = Cell(glyphs.ellipsis.value, role: role)
            put(cell, at: row + column, rowStart: row, rowEnd: row + size.width)
        }
        return sign + 1
    }

    /// Blanks the columns of a row from one up to another.
    mutating func blank(from start: Int, to end: Int, y: Int, role: UInt8, scalar: UInt32 = Cell.space) {
        let first = max(0, start)
        let last = min(end, size.width)
        guard first < last else { return }
        let row = y * size.width
        let cell = Cell(scalar, role: role)
        put(cell, at: row + first, rowStart: row, rowEnd: row + size.width)
        put(cell, at: row + last - 1, rowStart: row, rowEnd: row + size.width)
        for index in (row + first)..<(row + last) { cells[index] = cell }
    }

    /// Adds a combining mark to a cell; the fifth and further ones are dropped.
    private mutating func attach(_ mark: UInt32, to index: Int) {
        if cells[index].marks == 0 {
            let group = marks.count / Self.maximumMarks + 1
            guard group <= Int(UInt16.max) else { return }
            marks.append(contentsOf: [mark, 0, 0, 0])
            cells[index].marks = UInt16(group)
            return
        }
        let start = (Int(cells[index].marks) - 1) * Self.maximumMarks
        for slot in start..<(start + Self.maximumMarks) where marks[slot] == 0 {
            marks[slot] = mark
            return
        }
    }
}
