import TerminalUI
import Wording

extension ListPane {
    /// Draws the list; the terminal's cursor stands on the selected row or in the search field.
    @specialized(where Rows == OrderRows)
    @specialized(where Rows == UserRows)
    @specialized(where Rows == ProductRows)
    @specialized(where Rows == MoveRows)
    @specialized(where Rows == AuditRows)
    func view(in area: Rect, format: Format, on canvas: inout Canvas) {
        var rest = area
        if hasFilterLine {
            let (line, below) = rest.split(top: 1)
            rest = below
            drawFilterLine(in: line, format: format, on: &canvas)
        }
        let layout = layout(width: area.width)
        if rest.height >= 2 {
            let (line, below) = rest.split(top: 1)
            rest = below
            canvas.strip(.line("headings"), from: layout.table, in: line) { canvas in
                layout.table.drawHeader(on: &canvas, x: line.x, y: line.y)
            }
        }
        drawRows(layout, in: rest, on: &canvas)
        chooser?.view(in: rest, order: order, on: &canvas)
        formatMenu?.view(in: rest, on: &canvas)
        viewMenu?.view(in: rest, on: &canvas) { $0 == chosenView.map(ViewChoice.saved) ? "*" : "" }
    }

    private func drawRows(_ layout: PaneLayout<Rows.Sort>, in area: Rect, on canvas: inout Canvas) {
        if window.rows.isEmpty {
            canvas.say(emptyText, x: area.x + TableLayout.gutter, y: area.y, width: area.width - 3, role: .dim)
            if !isTyping { canvas.cursor = Point(x: area.x, y: area.y) }
        }
        let visible = viewport.visible(height: area.height, count: window.rows.count)
        let highlight = MatchHighlight(rows.terms(filter), in: rows.columns(at: layout.shown))
        for (y, index) in zip(area.rows, visible) {
            let line = Rect(x: area.x, y: y, width: area.width, height: 1)
            let item = window.rows[index]
            let source = RowSource<Rows>(
                item: item, table: layout.table, highlight: highlight, isSelected: index == cursor,
                isMarked: isMarked(item), isStranger: strangers.contains(rows.id(item)))
            canvas.strip(.row(rows.id(item)), from: source, in: line) { draw(source, layout, in: line, on: &$0) }
            canvas.spot(line, .row(index))
            if index == cursor && !isTyping { canvas.cursor = Point(x: area.x, y: y) }
        }
    }

    /// Draws a row of its source alone.
    private func draw(
        _ source: RowSource<Rows>, _ layout: PaneLayout<Rows.Sort>, in line: Rect, on canvas: inout Canvas
    ) {
        var cells = rows.cells(source.item, in: layout.shown)
        if source.isStranger { cells = cells.map(\.dimmed) }
        source.table.drawRow(
            cells, on: &canvas, x: line.x, y: line.y, isSelected: source.isSelected, isMarked: source.isMarked)
        source.highlight?.draw(cells, of: source.table, on: &canvas, x: line.x, y: line.y)
    }

    private var emptyText: Phrase {
        if let problem { return problem }
        if load != nil { return "" }
        return isPlain ? rows.emptyText : "Nothing fits. F12 clears the filter."
    }

    private func drawFilterLine(in line: Rect, format: Format, on canvas: inout Canvas) {
        let position = canvas.language.text(markedText(format))
        let (left, right) = line.split(right: position.isEmpty ? 0 : Canvas.width(of: position) + 2)
        canvas.write(position, x: right.x, y: right.y, width: right.width - 1, role: .dim, align: .right)
        var x = left.x + 1
        if let field = jump ?? naming {
            let label: Phrase = jump == nil ? "Keep the view as " : "Jump to "
            x += canvas.say(label, x: x, y: left.y, width: left.maxX - x, role: .hint, fills: false)
            field.draw(on: &canvas, x: x, y: left.y, width: max(min(left.maxX - x, 60), 0), isFocused: true)
            return
        }
        if isSearching || !self.line.isEmpty {
            x += canvas.say("Filter ", x: x, y: left.y, width: left.maxX - x, role: .hint, fills: false)
            // What is typed no more leaves the room behind it to the view's name.
            let wanted = isSearching ? 60 : min(Canvas.width(of: self.line.text) + 1, 60)
            let width = max(min(left.maxX - x, wanted), 0)
            self.line.draw(on: &canvas, x: x, y: left.y, width: width, isFocused: isSearching)
            x += width + 2
        }
        canvas.say(viewText, x: x, y: left.y, width: max(left.maxX - x, 0), role: .dim)
        canvas.spot(line, .field(0))
    }

    /// The view in words, and the name it was kept under as long as nothing of it is changed.
    private var viewText: Phrase {
        let view = rows.describe(filter)
        guard let chosenView, chosenView.look == look else { return view }
        return view.isEmpty ? "view \(chosenView.name)" : "view \(chosenView.name), \(view)"
    }

    /// The position, how many rows are marked, and how many are new and not shown.
    private func markedText(_ format: Format) -> Phrase {
        var parts = [positionText(format)]
        if !marks.isEmpty { parts.append("\(format.count(marks.count)) marked") }
        if !unseen.isEmpty { parts.append("\(format.count(unseen.count)) new") }
        if !strangers.isEmpty { parts.append("\(format.count(strangers.count)) no longer fit") }
        return parts.count == 1 ? parts[0] : .joined(parts.filter { !$0.isEmpty }, by: ", ")
    }

    /// `3 of 37`, `3 of 100+`; of all rows where they were counted, and nothing where nobody knows.
    private func positionText(_ format: Format) -> Phrase {
        guard let origin = window.origin, !window.rows.isEmpty else {
            if let counted { return "\(count: counted, "row", "rows")" }
            return window.rows.isEmpty ? "" : window.next == nil && cursor == window.rows.count - 1 ? "last" : ""
        }
        if let counted { return "\(format.count(origin + cursor + 1)) of \(format.count(counted))" }
        let more = window.next == nil ? "" : "+"
        return "\(format.count(origin + cursor + 1)) of \(format.count(origin + window.rows.count))\(more)"
    }
}
