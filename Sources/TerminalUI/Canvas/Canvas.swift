public import Wording

/// The picture: a grid of cells, each a scalar with its combining marks and a role.
///
/// A screen draws the whole picture anew on every change; the painter sends what differs. Every write is
/// clipped to the grid, so a screen never asks how large the terminal is before it draws, and every string is
/// made safe on its way into the cells (``SafeScalars``): whatever a database row holds, no control sequence
/// reaches the terminal.
public struct Canvas: Hashable, Sendable {
    /// Columns and rows.
    public private(set) var size: Size
    /// The signs to draw with; ASCII alone where the terminal knows no more.
    public var glyphs: Glyphs { didSet { if glyphs != oldValue { strips = KeptStrips() } } }
    /// What phrases are said in.
    public var language: Language { didSet { if language != oldValue { strips = KeptStrips() } } }
    /// Where the hardware cursor stands; nil hides it.
    public var cursor: Point?
    /// The cells, row by row.
    public internal(set) var cells: ContiguousArray<Cell>
    /// Combining marks: groups of four scalars, filled up with 0; see ``Cell/marks``.
    public internal(set) var marks: ContiguousArray<UInt32> = []
    /// What the picture tells beside its cells; nil where nobody asks.
    public var notes: PictureNotes?
    /// Lines that the next picture may take over.
    @usableFromInline var strips = KeptStrips()

    /// The largest number of columns and of rows; a terminal that claims more is drawn up to here.
    public static let maximumExtent = 1000
    /// Combining marks that a cell keeps; ncurses holds no more beside the base.
    public static let maximumMarks = 4

    /// An empty picture: spaces in the role of text.
    public init(size: Size, glyphs: Glyphs = .utf8, language: Language = .english) {
        let extent = Self.maximumExtent
        self.size = Size(width: min(size.width, extent), height: min(size.height, extent))
        self.glyphs = glyphs
        self.language = language
        cells = ContiguousArray(
            repeating: Cell(Cell.space, role: Role.text.rawValue), count: self.size.width * self.size.height)
    }

    /// The whole grid as a rectangle.
    public var bounds: Rect { Rect(size) }

    /// The cells of a row.
    func row(_ y: Int) -> ArraySlice<Cell> {
        guard (0..<size.height).contains(y) else { return [] }
        return ArraySlice(cells[(y * size.width)..<((y + 1) * size.width)])
    }

    /// Makes it empty again, as it was at first.
    public mutating func clear() {
        // A new array: whoever shows the picture may hold the old one still, and would make it be copied first.
        cells = ContiguousArray(repeating: Cell(Cell.space, role: Role.text.rawValue), count: cells.count)
        strips.turn()
        marks.removeAll(keepingCapacity: true)
        cursor = nil
        if notes != nil { notes = PictureNotes() }
    }

    /// Columns that `text` takes when it is drawn, after it was made safe.
    public static func width(of text: String) -> Int {
        var columns = 0
        var scalars = SafeScalars(replacement: Glyphs.utf8.replacement)
        scalars.forEach(in: text) { _, width in
            columns += width
            return true
        }
        return columns
    }

    /// What may be shown of a text, as far as it finds room in `width` columns.
    public static func plain(_ text: String, width: Int = .max) -> String {
        var plain = ""
        var columns = 0
        var scalars = SafeScalars(replacement: Glyphs.utf8.replacement)
        scalars.forEach(in: text) { value, wide in
            guard let scalar = Unicode.Scalar(value), wide <= width - columns else { return false }
            plain.unicodeScalars.append(scalar)
            columns += wide
            return true
        }
        return plain
    }

    /// Columns that a phrase takes when it is drawn.
    public func width(of phrase: Phrase) -> Int { Canvas.width(of: language.text(phrase)) }

    /// Sets one cell, and blanks the other half of a wide cell that it cuts in two.
    @inline(__always)
    mutating func put(_ cell: Cell, at index: Int, rowStart: Int, rowEnd: Int) {
        let old = cells[index].width
        if old != 1 { mend(index, rowStart: rowStart, rowEnd: rowEnd) }
        cells[index] = cell
    }

    private mutating func mend(_ index: Int, rowStart: Int, rowEnd: Int) {
        let other = cells[index].width == 0 ? index - 1 : index + 1
        if other >= rowStart && other < rowEnd {
            cells[other] = Cell(Cell.space, role: cells[other].role)
        }
    }
}
