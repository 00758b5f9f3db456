import TerminalUI
import Wording

extension PaletteOverlay {
    func view(in area: Rect, on canvas: inout Canvas) {
        canvas.fill(area)
        let box = area.centered(width: 100, height: area.height)
        let inside = canvas.box(box, title: "All commands").inset(dx: box.width > 30 ? 1 : 0)
        let (line, below) = inside.split(top: 1)
        let (told, rest) = below.split(top: below.height > 1 ? 1 : 0)
        drawHint(in: told, on: &canvas)
        let visible = viewport.visible(height: rest.height, count: answer.rows.count)
        for (y, index) in zip(rest.rows, visible) {
            canvas.spot(Rect(x: rest.x, y: y, width: rest.width, height: 1), .row(index))
            draw(answer.rows[index], isSelected: index == selected, in: rest, y: y, on: &canvas)
        }
        if argument == nil && answer.rows.isEmpty {
            canvas.say("Nothing is called so.", x: rest.x, y: rest.y, width: rest.width, role: .dim)
        }
        field.draw(on: &canvas, x: line.x, y: line.y, width: line.width, isFocused: true)
    }

    /// What is wrong with the argument, or what it should be.
    private func drawHint(in line: Rect, on canvas: inout Canvas) {
        guard line.height > 0 else { return }
        if let problem = answer.problem {
            canvas.say(problem, x: line.x, y: line.y, width: line.width, role: .error)
        } else if answer.query != nil {
            canvas.say("looking for it\(canvas.glyphs.ellipsis)", x: line.x, y: line.y, width: line.width, role: .dim)
        } else if let argument {
            canvas.say(
                "\(argument.command.title)  (\(argument.kind.title))", x: line.x, y: line.y, width: line.width,
                role: .dim)
        } else if let refusal = row?.refusal {
            canvas.say(refusal, x: line.x, y: line.y, width: line.width, role: .warning)
        }
    }

    private func draw(_ row: PaletteRow, isSelected: Bool, in area: Rect, y: Int, on canvas: inout Canvas) {
        let name = argument == nil ? min(22, area.width / 2) : min(14, area.width / 3)
        let about = area.width >= 60 ? (argument == nil ? 12 : 26) : 0
        let text = max(area.width - name - about, 0)
        let role: CellRole = isSelected ? .selection : .text
        canvas.write(row.name, x: area.x, y: y, width: name, role: isSelected ? .selection : .hintKey)
        let title: Phrase = row.refusal.map { "\(row.title): \($0)" } ?? row.title
        canvas.say(
            title, x: area.x + name, y: y, width: text, role: row.refusal != nil && !isSelected ? .dim : role)
        canvas.say(
            row.about, x: area.x + name + text, y: y, width: about, role: isSelected ? .selection : .dim, align: .right)
    }
}
