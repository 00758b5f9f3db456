/// Reads what a program has sent to a terminal, and knows what it may send: text, and the sequences of ncurses'
/// entries and of our own modes.
///
/// Everything that is not on the list is an offence: a control character, an unknown sequence, a scalar that turns
/// text round or hides in it.
package struct TerminalStream {
    /// The first offence with what stands before it; nil where there is none.
    package private(set) var offence: String?
    /// Whether the second screen is shown, the cursor hidden, and so on: the last word on each private mode.
    package private(set) var modes: [Int: Bool] = [:]
    /// Texts that went to the clipboard, as they were sent.
    package private(set) var copies = 0

    private let scalars: [Unicode.Scalar]
    private var index = 0

    /// Reads the bytes to the end, or to the first offence.
    package init(_ bytes: [UInt8]) {
        scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        while index < scalars.count, offence == nil {
            let start = index
            if !step() {
                offence = "\(scalars[max(0, start - 40)..<min(scalars.count, start + 12)].map(Self.name).joined())"
            }
        }
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        scalar.value >= 0x20 && scalar.value < 0x7F ? String(Character(scalar)) : "<\(String(scalar.value, radix: 16))>"
    }

    private mutating func next() -> Unicode.Scalar? {
        guard index < scalars.count else { return nil }
        defer { index += 1 }
        return scalars[index]
    }

    private mutating func step() -> Bool {
        guard let scalar = next() else { return true }
        switch scalar.value {
        case 0x1B: return escape()
        // Bell, backspace, tab, line feed, return, and the two that switch character sets.
        case 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F: return true
        case 0x20..<0x7F: return true
        case ..<0x20, 0x7F..<0xA0: return false
        default: return Self.isPlain(scalar)
        }
    }

    /// Whether a scalar is text that stands where it stands: nothing that hides, joins or turns round.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE0FFF, 0xE000...0xF8FF:
            false
        default: true
        }
    }

    private mutating func escape() -> Bool {
        guard let scalar = next() else { return false }
        switch scalar {
        case "[": return control()
        // Keypad modes, saved cursor, one line up or down.
        case "=", ">", "7", "8", "M", "D": return true
        case "(", ")": return next().map { "AB012".unicodeScalars.contains($0) } ?? false
        case "]":
            guard clipboard() else { return false }
            copies += 1
            return true
        case "P": return passedThrough()
        default: return false
        }
    }

    /// `ESC [ parameters final`, with the finals that ncurses uses; private ones only switch modes.
    private mutating func control() -> Bool {
        var parameters = String.UnicodeScalarView()
        while let scalar = next() {
            switch scalar {
            case "0"..."9", ";": parameters.append(scalar)
            case "?" where parameters.isEmpty: parameters.append(scalar)
            default:
                guard parameters.count < 32 else { return false }
                return finish(String(parameters), scalar)
            }
        }
        return false
    }

    private mutating func finish(_ parameters: String, _ final: Unicode.Scalar) -> Bool {
        guard parameters.hasPrefix("?") else {
            if final == "t" { return parameters == "22;0;0" || parameters == "23;0;0" }
            return "ABCDGHJKLMPSTX@bdmrhl".unicodeScalars.contains(final)
        }
        // The Linux console's form of the cursor.
        if final == "c" { return true }
        guard final == "h" || final == "l" else { return false }
        for number in parameters.dropFirst().split(separator: ";") {
            guard let number = Int(number), Self.known.contains(number) else { return false }
            modes[number] = final == "h"
        }
        return true
    }

    /// Cursor keys, columns, origin, wrapping, the cursor's blinking and sight, mouse, focus, screens, pastes, frames.
    private static let known: Set<Int> = [1, 3, 4, 5, 6, 7, 12, 25, 34, 1000, 1004, 1006, 1034, 1049, 2004, 2026]

    /// The same text once more, wrapped for the terminal that tmux runs in: `ESC P tmux; ESC ESC ] … BEL ESC \`.
    private mutating func passedThrough() -> Bool {
        for wanted in "tmux;\u{1B}\u{1B}]".unicodeScalars where next() != wanted { return false }
        return clipboard() && next() == "\u{1B}" && next() == "\\"
    }

    /// `ESC ] 52 ; c ; base64 BEL` and nothing else.
    private mutating func clipboard() -> Bool {
        for wanted in "52;c;".unicodeScalars where next() != wanted { return false }
        while let scalar = next() {
            switch scalar {
            case "\u{7}": return true
            case "0"..."9", "A"..."Z", "a"..."z", "+", "/", "=": break
            default: return false
            }
        }
        return false
    }
}
