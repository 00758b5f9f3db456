import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    func drawCustomer(in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty else { return }
        let label: Phrase = area.width >= 40 ? " Customer  " : area.width >= 20 ? " For " : ""
        let x = area.x + canvas.say(label, x: area.x, y: area.y, role: .dim)
        let width = area.maxX - x
        canvas.spot(area, .field(Self.fieldNumbers.customer))
        if focus == .customer {
            customer.draw(on: &canvas, x: x, y: area.y, width: min(width, 40), isFocused: true)
            return
        }
        if let words = pendingCustomer {
            canvas.say("\(words)  looking", x: x, y: area.y, width: width, role: .warning)
        } else if let chosen = draft.customer {
            let phone = width >= 40 ? chosen.phone ?? "" : ""
            let used = canvas.write(
                chosen.name, x: x, y: area.y, width: width - phone.count, role: .title, fills: false)
            canvas.write(phone, x: x + used + 2, y: area.y, role: .dim)
        } else {
            let text: Phrase = customer.isEmpty ? "not chosen yet: Shift-Tab" : "\(customer.text)  not found"
            canvas.say(text, x: x, y: area.y, width: width, role: customer.isEmpty ? .dim : .error)
        }
    }

    /// The list below the customer field: candidates, the offer of a draft, or that there is nobody.
    func drawCandidates(below field: Rect, in area: Rect, on canvas: inout Canvas) {
        let room = area.maxY - field.maxY
        guard room > 0 else { return }
        if let text = offerText ?? missingText {
            let role: CellRole = offerText == nil ? .warning : .badge
            canvas.say(" \(text)", x: area.x, y: field.maxY, width: area.width, role: role)
            return
        }
        let height = min(room, customers.isExpanded ? room : EntryLookup<User>.short, customers.items.count)
        let first = max(0, customers.selected - height + 1)
        for row in 0..<height {
            canvas.spot(
                Rect(x: area.x, y: field.maxY + row, width: area.width, height: 1), .choice(first + row))
            draw(
                customers.items[first + row], isSelected: first + row == customers.selected,
                in: Rect(x: area.x, y: field.maxY + row, width: area.width, height: 1), on: &canvas)
        }
    }

    private var missingText: Phrase? {
        knowsNobody ? "Nobody is called “\(Text.trim(customer.text))”. Enter opens the form of a new customer." : nil
    }

    private func draw(_ user: User, isSelected: Bool, in row: Rect, on canvas: inout Canvas) {
        let role: CellRole = isSelected ? .selection : .text
        canvas.fill(row, role: role)
        if isSelected { canvas.put(canvas.glyphs.cursor, x: row.x, y: row.y, role: role) }
        let inside = row.inset(dx: 1)
        let phone = user.phone ?? ""
        let (left, email) = inside.split(right: inside.width >= 70 ? 26 : 0)
        let (name, number) = left.split(right: left.width >= 32 ? 18 : 0)
        canvas.write(user.name, x: name.x + 1, y: row.y, width: name.width - 2, role: role)
        let contact = number.width > 0 && phone.isEmpty && email.width == 0 ? user.email ?? "" : phone
        canvas.write(contact, x: number.x, y: row.y, width: number.width - 1, role: role)
        canvas.write(user.email ?? "", x: email.x, y: row.y, width: email.width, role: role)
    }
}
