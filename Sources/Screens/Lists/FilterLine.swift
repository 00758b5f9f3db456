import Domain
import TerminalUI
import Wording

/// The line above a list in which its filter is typed: the text, what of it is not understood, and its completion.
struct FilterLine: Hashable, Sendable {
    static let maximumLength = 200

    private(set) var field = TextField(placeholder: "type to filter; Tab completes", maximumLength: maximumLength)
    /// What was not understood the last time the text was read.
    var mistakes: [FilterMistake] = []
    private var completing: Completing?

    /// Completions that Tab goes through: what stood there before, and which of them stands there now.
    private struct Completing: Hashable {
        let head, tail: String
        let options: [String]
        var index: Int
    }

    var text: String { field.text }

    init(_ text: String = "") { field.text = text }
    var isEmpty: Bool { field.isEmpty }

    mutating func clear() {
        field.clear()
        (mistakes, completing) = ([], nil)
    }

    mutating func insert(_ text: String) {
        field.insert(text)
        completing = nil
    }

    /// Edits by a press; false when it is no matter of the field's.
    mutating func handle(_ press: KeyPress) -> Bool {
        guard field.handle(press) else { return false }
        completing = nil
        return true
    }

    /// Puts the first completion in, or the next one where Tab has put one in already.
    /// - Returns: Whether there was one.
    mutating func complete(_ candidates: (Int, String) -> FilterCompletion) -> Bool {
        if var current = completing {
            current.index = (current.index + 1) % current.options.count
            put(current)
            return true
        }
        let completion = candidates(field.cursor, field.text)
        guard !completion.options.isEmpty else { return false }
        let characters = Array(field.text)
        let end = min(completion.range.upperBound, characters.count)
        put(
            Completing(
                head: String(characters[..<min(completion.range.lowerBound, end)]), tail: String(characters[end...]),
                options: completion.options, index: 0))
        return true
    }

    private mutating func put(_ current: Completing) {
        field.text = current.head + current.options[current.index] + current.tail
        completing = current
    }

    /// Draws the field, and what is not understood in it in the role of an error.
    func draw(on canvas: inout Canvas, x: Int, y: Int, width: Int, isFocused: Bool) {
        field.draw(on: &canvas, x: x, y: y, width: width, isFocused: isFocused)
        let characters = Array(text)
        // A text that is scrolled shows its end; the message line names the mistake all the same.
        guard Canvas.width(of: text) < width else { return }
        for mistake in mistakes {
            let range = mistake.range.clamped(to: 0..<characters.count)
            let start = Canvas.width(of: String(characters[..<range.lowerBound]))
            let length = Canvas.width(of: String(characters[range]))
            canvas.restyle(Rect(x: x + start, y: y, width: length, height: 1), role: .error)
        }
    }
}
