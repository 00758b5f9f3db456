import TerminalUI
import Wording

/// The mouse does nothing that keys don't do: it moves to what is clicked, and a double click is Enter.
extension AppModel {
    /// Lines that one notch of the wheel moves by.
    private static let notch = 3

    mutating func handle(_ event: MouseEvent) -> [Effect] {
        guard question == nil, typeAhead.isEmpty, overlay?.isWaiting != true,
            pending[Ticket.Place(screen: topID, slot: .write)] == nil
        else {
            // A click was meant for the picture that it was made on; it is never kept for another.
            return event.action == .press ? [.ring] : []
        }
        switch event.action {
        case .scrollUp: return scroll(.up)
        case .scrollDown: return scroll(.down)
        case .press where event.button == 0 && event.modifiers.isEmpty: return click(event)
        default: return []
        }
    }

    private mutating func scroll(_ direction: Key) -> [Effect] {
        var effects: [Effect] = []
        for _ in 0..<Self.notch {
            if overlay != nil {
                effects += handleOverlay(KeyPress(direction))
            } else if top.isTyping {
                // What is typed into takes the arrows itself: a short list, the lines of an order, a form.
                effects += handle(.key(KeyPress(direction)))
            } else {
                effects += perform(direction == .up ? .up : .down)
            }
        }
        return effects
    }

    private mutating func click(_ event: MouseEvent) -> [Effect] {
        let picture = picture
        guard let part = picture.notes?.part(at: event.position) else { return [] }
        if notice?.kind == .error { notice = nil }
        let isDouble = event.clicks == 2
        if overlay != nil { return clickOverlay(part, in: picture, isDouble) }
        if case .hint(let number) = part {
            let hints = footerHints + globalHints
            return hints.indices.contains(number) ? perform(hints[number].action) : []
        }
        let id = topID
        return top.click(part, isDouble: isDouble).map { apply($0, from: id) } ?? []
    }

    /// The picture as it is shown, drawn once more, knows what lies where.
    private var picture: Canvas {
        var canvas = Canvas(size: size)
        canvas.notes = PictureNotes()
        view(on: &canvas)
        return canvas
    }

    /// Selects an entry as keys would; the second click does it.
    private mutating func clickOverlay(
        _ part: PictureNotes.Part, in picture: Canvas, _ isDouble: Bool
    ) -> [Effect] {
        guard case .row(let index) = part, let selected = picture.selectedRow else { return [] }
        let step = KeyPress(index > selected ? .down : .up)
        var effects: [Effect] = []
        for _ in 0..<abs(index - selected) { effects += handleOverlay(step) }
        return isDouble ? effects + handleOverlay(KeyPress(.enter)) : effects
    }
}
