extension Canvas {
    /// Draws a line, or takes it over from the picture before, where one of that name was drawn from an equal source.
    ///
    /// Notes are not taken over, so where they are wanted everything is drawn.
    ///
    /// - Parameters:
    ///   - name: What it is called in both pictures.
    ///   - source: All that `draw` looks at besides the canvas' signs and language.
    ///   - line: Where it stands; one row of the grid, or nothing is taken over.
    ///   - draw: Draws the line and nothing outside of it.
    @inlinable
    public mutating func strip<Source: Equatable & Sendable>(
        _ name: StripName, from source: Source, in line: Rect, draw: (inout Canvas) -> Void
    ) {
        guard notes == nil, line.height == 1, line.intersection(bounds) == line else {
            draw(&self)
            return
        }
        let start = line.y * size.width + line.x
        if let kept = strips.take(name, from: source, width: line.width) {
            paste(kept, at: start)
        } else {
            draw(&self)
            strips.keep(name, from: source, ContiguousArray(cells[start..<(start + line.width)]))
        }
    }

    @usableFromInline
    mutating func paste(_ kept: ContiguousArray<Cell>, at start: Int) {
        cells.replaceSubrange(start..<(start + kept.count), with: kept)
    }
}
