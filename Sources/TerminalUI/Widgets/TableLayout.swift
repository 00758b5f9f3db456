import Wording

/// Where the columns of a table stand in a given width, and how its rows are drawn.
///
/// Each row begins with a gutter of three cells: the cursor's sign, the mark's sign, a space. Columns that
/// find no room are left out by rank; what remains is shared among the flexible ones.
public struct TableLayout: Hashable, Sendable {
    /// A column's place within the row.
    public struct Slot: Hashable, Sendable {
        /// The index of the column.
        public let column: Int
        /// Its left edge, counted from the row's.
        public let x: Int
        /// Its width in cells.
        public let width: Int
    }

    /// The columns as they were given.
    public let columns: [Column]
    /// The columns that are shown, from the left.
    public let slots: [Slot]
    /// The width of the whole row.
    public let width: Int

    /// Cells before the first column.
    public static let gutter = 3

    /// Lays the columns out in `width` cells with `gap` cells between them.
    public init(_ columns: [Column], width: Int, gap: Int = 2) {
        self.columns = columns
        self.width = max(0, width)
        let room = max(0, width - Self.gutter)
        let shown = Self.choose(columns, room: room, gap: gap)
        let widths = Self.share(columns, shown, room: room, gap: gap)
        var x = Self.gutter
        slots = zip(shown, widths).map { column, width in
            defer { x += width + gap }
            return Slot(column: column, x: x, width: width)
        }
    }

    /// Draws the headings, with a sign beside those that the table is sorted by.
    public func drawHeader(on canvas: inout Canvas, x: Int, y: Int, role: Role = .heading) {
        canvas.write("", x: x, y: y, width: width, role: role)
        for slot in slots {
            let column = columns[slot.column]
            var title = canvas.language.text(column.title)
            if let sort = column.sort {
                let sign = sort == .up ? canvas.glyphs.up : canvas.glyphs.down
                title += " " + String(Character(sign)) + (column.sortNumber.map(String.init) ?? "")
            }
            canvas.write(title, x: x + slot.x, y: y, width: slot.width, role: role, align: column.align)
        }
    }

    /// Draws a row; cells are given for all columns, shown or not.
    public func drawRow(
        _ cells: [TableCell], on canvas: inout Canvas, x: Int, y: Int, isSelected: Bool = false,
        isMarked: Bool = false
    ) {
        canvas.write("", x: x, y: y, width: width, role: isSelected ? .selection : .text)
        if isSelected { canvas.put(canvas.glyphs.cursor, x: x, y: y, role: .selection) }
        if isMarked { canvas.put(canvas.glyphs.mark, x: x + 1, y: y, role: isSelected ? .selection : .mark) }
        for slot in slots where slot.column < cells.count {
            let cell = cells[slot.column]
            canvas.write(
                cell.text(in: canvas.language), x: x + slot.x, y: y, width: slot.width,
                role: isSelected ? .selection : cell.role,
                align: columns[slot.column].align)
        }
        if isSelected { note(cells, on: &canvas) }
    }

    /// Tells those who listen what stands in the selected row, the columns that found no room too.
    private func note(_ cells: [TableCell], on canvas: inout Canvas) {
        guard canvas.notes != nil else { return }
        let language = canvas.language
        canvas.notes?.row = zip(columns, cells).map { column, cell in
            PictureNotes.Value(title: language.text(column.title), text: cell.text(in: language))
        }
    }

    /// Leaves out columns of the highest rank, from the right, until the rest fits.
    private static func choose(_ columns: [Column], room: Int, gap: Int) -> [Int] {
        var shown = Array(columns.indices)
        while shown.count > 1 {
            let needed = shown.reduce(0) { $0 + columns[$1].minimum } + gap * (shown.count - 1)
            guard needed > room else { break }
            guard let worst = shown.map({ columns[$0].rank }).max(), worst > 0,
                let index = shown.lastIndex(where: { columns[$0].rank == worst })
            else { break }
            shown.remove(at: index)
        }
        return shown
    }

    /// The width of each shown column: its minimum and its share, the earlier ones first when cells are left.
    private static func share(_ columns: [Column], _ shown: [Int], room: Int, gap: Int) -> [Int] {
        var widths = shown.map { columns[$0].minimum }
        let spare = room - widths.reduce(0, +) - gap * max(0, shown.count - 1)
        let weights = shown.map { columns[$0].weight }
        let total = weights.reduce(0, +)
        if spare > 0 && total > 0 {
            var given = 0
            for index in widths.indices {
                let part = spare * weights[index] / total
                widths[index] += part
                given += part
            }
            for index in widths.indices where weights[index] > 0 && given < spare {
                widths[index] += 1
                given += 1
            }
        }
        return fit(widths, room: room, gap: gap)
    }

    /// Cuts the last columns off where even the minimum finds no room.
    private static func fit(_ widths: [Int], room: Int, gap: Int) -> [Int] {
        var left = room
        return widths.map { width in
            let fitting = max(0, min(width, left))
            left -= fitting + gap
            return fitting
        }
    }
}
