extension TextField {
    /// Draws the field in `width` columns and, if it is focused, puts the canvas' cursor into it.
    ///
    /// Text that is wider than the field is scrolled so that the cursor stays inside.
    /// - Returns: Where the cursor stands, or would stand.
    @discardableResult
    public func draw(on canvas: inout Canvas, x: Int, y: Int, width: Int, isFocused: Bool) -> Point {
        let role: Role = isFocused ? .fieldFocus : .field
        let place: Point
        if isEmpty {
            canvas.say(placeholder, x: x, y: y, width: width, role: isFocused ? .fieldFocus : .dim)
            place = Point(x: x, y: y)
        } else {
            place = drawText(on: &canvas, x: x, y: y, width: width, role: role)
        }
        if isFocused && width > 0 {
            canvas.cursor = place
            canvas.notes?.field = shown(characters[...])
        }
        return place
    }

    private func drawText(on canvas: inout Canvas, x: Int, y: Int, width: Int, role: Role) -> Point {
        let widths = characters.map { isSecret ? 1 : Canvas.width(of: String($0)) }
        let before = widths[..<cursor].reduce(0, +)
        let all = widths[cursor...].reduce(before, +)
        // The cursor needs a column of its own when it stands behind the text.
        guard max(all, before + 1) > width else {
            canvas.write(shown(characters[...]), x: x, y: y, width: width, role: role)
            return Point(x: x + before, y: y)
        }
        var first = 0
        var hidden = 0
        while first < cursor && before - hidden + 1 > width {
            hidden += widths[first]
            first += 1
        }
        canvas.write(shown(characters[first...]), x: x, y: y, width: width, role: role)
        if first > 0 && before > hidden { canvas.put(canvas.glyphs.ellipsis, x: x, y: y, role: role) }
        return Point(x: x + before - hidden, y: y)
    }

    private func shown(_ part: ArraySlice<Character>) -> String {
        isSecret ? String(repeating: "*", count: part.count) : String(part)
    }
}
