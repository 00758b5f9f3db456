import TerminalUI
import Wording

/// A text field whose whole text can be selected: the next character then replaces it.
struct EntryField: Hashable, Sendable {
    private(set) var field: TextField
    private(set) var isSelected = false

    init(_ text: String = "", placeholder: Phrase = "", maximumLength: Int = 200) {
        field = TextField(text, placeholder: placeholder, maximumLength: maximumLength)
    }

    var text: String { field.text }
    var isEmpty: Bool { field.isEmpty }

    mutating func set(_ text: String, selected: Bool = false) {
        field.text = text
        isSelected = selected && !field.isEmpty
    }

    mutating func clear() {
        field.text = ""
        isSelected = false
    }

    mutating func insert(_ text: String) {
        if isSelected { clear() }
        field.insert(text)
    }

    /// Edits by a press; false when the press is no matter of the field's.
    mutating func handle(_ press: KeyPress) -> Bool {
        guard isSelected else { return field.handle(press) }
        if press.character != nil || press.key == .backspace || press.key == .delete {
            let isText = press.character != nil
            clear()
            return isText ? field.handle(press) : true
        }
        guard field.handle(press) else { return false }
        isSelected = false
        return true
    }

    /// Draws the field and, if it is focused, puts the cursor into it.
    func draw(on canvas: inout Canvas, x: Int, y: Int, width: Int, isFocused: Bool) {
        field.draw(on: &canvas, x: x, y: y, width: width, isFocused: isFocused)
        guard isSelected, isFocused else { return }
        let length = min(Canvas.width(of: text), width)
        canvas.restyle(Rect(x: x, y: y, width: length, height: 1), role: .selection)
    }
}
