extension Canvas {
    /// The rows as text, without the spaces at their ends: what a test compares.
    public var text: [String] {
        (0..<size.height).map { y in
            var line = String.UnicodeScalarView()
            for x in 0..<size.width { append(cells[y * size.width + x], to: &line) }
            while line.last == " " { line.removeLast() }
            return String(line)
        }
    }

    /// The role of a cell; that of text outside of the grid.
    public func role(atX x: Int, y: Int) -> Role {
        guard bounds.contains(Point(x: x, y: y)) else { return .text }
        return Role(rawValue: cells[y * size.width + x].role) ?? .text
    }

    private func append(_ cell: Cell, to line: inout String.UnicodeScalarView) {
        guard cell.width > 0, let scalar = Unicode.Scalar(cell.scalar) else { return }
        line.append(scalar)
        guard cell.marks > 0 else { return }
        let start = (Int(cell.marks) - 1) * Self.maximumMarks
        for mark in marks[start..<(start + Self.maximumMarks)] where mark != 0 {
            if let scalar = Unicode.Scalar(mark) { line.append(scalar) }
        }
    }
}
