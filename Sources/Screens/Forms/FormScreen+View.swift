import TerminalUI
import Wording

extension FormScreen {
    func view(in area: Rect, on canvas: inout Canvas) {
        let (rest, panel) = area.split(bottom: panelHeight(in: area))
        let facts = subject.facts
        let head = rest.height > fields.count + facts.count ? facts.count : 0
        var (top, body) = rest.split(top: head)
        for (index, fact) in facts.prefix(head).enumerated() { draw(fact, in: top.row(index), on: &canvas) }
        if body.height > fields.count * 2 + 1 { (top, body) = body.split(top: 1) }
        // Where there is room, each field has a line below it for what is said about it.
        let pitch = body.height >= fields.count * 2 ? 2 : 1
        let room = max(body.height / pitch, 1)
        let first = max(0, min(focus - room / 2, fields.count - room))
        var focused = Rect(x: body.x, y: body.y, width: 0, height: 0)
        for (line, index) in (first..<min(fields.count, first + room)).enumerated() {
            let place = draw(
                index, in: body.row(line * pitch), remark: pitch == 2 ? body.row(line * pitch + 1) : nil, on: &canvas)
            if index == focus { focused = place }
        }
        drawPanel(in: panel, of: area, on: &canvas)
        drawLookup(at: focused, in: area, on: &canvas)
    }

    var labelWidth: Int { 12 }

    private func draw(_ fact: DetailFact, in line: Rect, on canvas: inout Canvas) {
        let (label, value) = line.inset(dx: 1).split(left: labelWidth)
        canvas.say(fact.label, x: label.x, y: label.y, width: label.width, role: .hint)
        canvas.say(fact.value, x: value.x, y: value.y, width: value.width, role: fact.role)
    }

    /// Draws a field, and returns the place of its text.
    private func draw(_ index: Int, in line: Rect, remark: Rect?, on canvas: inout Canvas) -> Rect {
        guard !line.isEmpty else { return line }
        canvas.spot(line, .field(index))
        let field = fields[index]
        let isFocused = index == focus
        let (label, rest) = line.inset(dx: line.width > 20 ? 1 : 0).split(left: min(labelWidth, line.width / 3))
        canvas.say(field.label, x: label.x, y: label.y, width: label.width - 1, role: isFocused ? .title : .text)
        let width = min(rest.width, 50)
        if field.choices.isEmpty {
            field.input.draw(on: &canvas, x: rest.x, y: rest.y, width: width, isFocused: isFocused)
        } else {
            drawChoices(field, isFocused, x: rest.x, y: rest.y, width: rest.width, on: &canvas)
        }
        guard let said = field.remark else { return rest }
        canvas.write(said.mark, x: line.x, y: line.y, role: said.role)
        guard let remark else { return rest }
        canvas.say(said.text, x: rest.x, y: remark.y, width: max(remark.maxX - rest.x - 1, 0), role: said.role)
        return rest
    }

    /// All choices in a row, the chosen one in brackets, so that it is seen without colours too.
    private func drawChoices(
        _ field: FormField, _ isFocused: Bool, x: Int, y: Int, width: Int, on canvas: inout Canvas
    ) {
        var place = x
        for choice in field.choices {
            let isChosen = choice == field.text
            let title = canvas.language.text(field.title(of: choice))
            let text = isChosen ? "[\(title)]" : " \(title) "
            if isChosen && isFocused { canvas.cursor = Point(x: min(place + 1, max(x + width - 1, 0)), y: y) }
            let role: CellRole = isChosen ? (isFocused ? .fieldFocus : .field) : .dim
            place += canvas.write(text, x: place, y: y, width: max(x + width - place, 0), role: role, fills: false)
        }
    }
}
