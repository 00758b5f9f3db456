public import Wording

/// One line of text being edited.
///
/// The cursor counts Characters, so that it never stands inside of one. Editing keys are those that readline
/// and 5250 users share; Ctrl-A and Ctrl-B stay free for the prefixes of screen and tmux.
public struct TextField: Hashable, Sendable {
    /// The text; setting it puts the cursor behind its end and cuts it to the maximum.
    public var text: String {
        get { String(characters) }
        set {
            characters = Array(Self.cleaned(newValue).prefix(maximumLength))
            cursor = characters.count
        }
    }
    /// The cursor's place: the number of Characters before it.
    public private(set) var cursor = 0
    /// Shown dimmed while the text is empty.
    public var placeholder: Phrase
    /// The most Characters that the field takes.
    public let maximumLength: Int
    /// Shows a star for each Character, as for passwords.
    public var isSecret: Bool

    var characters: [Character] = []
    private var cleared: [Character] = []

    /// A field with its cursor behind the text.
    public init(_ text: String = "", placeholder: Phrase = "", maximumLength: Int = 200, isSecret: Bool = false) {
        self.placeholder = placeholder
        self.maximumLength = max(0, maximumLength)
        self.isSecret = isSecret
        self.text = text
    }

    /// True without text.
    public var isEmpty: Bool { characters.isEmpty }

    /// Edits by a press; false when the press is no matter of the field's.
    public mutating func handle(_ press: KeyPress) -> Bool {
        if let scalar = press.character {
            insert(String(Character(scalar)))
            return true
        }
        switch (press.key, press.modifiers) {
        case (.backspace, []): remove(from: cursor - 1, to: cursor)
        case (.delete, []): remove(from: cursor, to: cursor + 1)
        case (.left, []): cursor = max(0, cursor - 1)
        case (.right, []): cursor = min(characters.count, cursor + 1)
        case (.home, []): cursor = 0
        case (.end, []): cursor = characters.count
        case (.left, .control), (.left, .alt): cursor = wordStart
        case (.right, .control), (.right, .alt): cursor = wordEnd
        case (.backspace, .alt): remove(from: wordStart, to: cursor)
        case (.character(let scalar), .control): return handleControl(scalar)
        default: return false
        }
        return true
    }

    /// Inserts text at the cursor: line breaks and tabs as spaces, other controls not at all, and no more
    /// than there is room for.
    public mutating func insert(_ text: String) {
        let before = characters[..<cursor]
        // A combining mark joins the Character before it, so the pieces are put together as text.
        let head = Array(String(before) + Self.cleaned(text))
        let tail = characters[cursor...]
        guard tail.count <= maximumLength else { return }
        let kept = head.prefix(maximumLength - tail.count)
        guard kept.count >= before.count else { return }
        characters = Array(String(kept) + String(tail))
        cursor = min(kept.count, characters.count)
    }

    /// Empties the field; Ctrl-Y brings the text back.
    public mutating func clear() {
        if !characters.isEmpty { cleared = characters }
        characters = []
        cursor = 0
    }

    private mutating func handleControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "u": clear()
        case "y": insert(String(cleared))
        case "w": remove(from: wordStart, to: cursor)
        case "k": remove(from: cursor, to: characters.count)
        case "e": cursor = characters.count
        default: return false
        }
        return true
    }

    private mutating func remove(from start: Int, to end: Int) {
        let first = max(0, start)
        let last = min(end, characters.count)
        guard first < last else { return }
        if last - first > 1 { cleared = Array(characters[first..<last]) }
        characters.removeSubrange(first..<last)
        cursor = first
    }

    private var wordStart: Int {
        var index = cursor
        while index > 0 && characters[index - 1] == " " { index -= 1 }
        while index > 0 && characters[index - 1] != " " { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < characters.count && characters[index] == " " { index += 1 }
        while index < characters.count && characters[index] != " " { index += 1 }
        return index
    }

    private static func cleaned(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var lastWasReturn = false
        for scalar in text.unicodeScalars {
            let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
            if isBreak {
                if !(scalar == "\n" && lastWasReturn) { scalars.append(" ") }
            } else if scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) {
                scalars.append(scalar)
            }
            lastWasReturn = scalar == "\r"
        }
        return String(scalars)
    }
}
