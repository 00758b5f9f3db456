/// What somebody sees of a stream of bytes: signs with their looks, erasures with their background, and motions.
///
/// It reads what ncurses writes and nothing else, and knows nothing of how the painter shortens that.
struct SeenBytes {
    struct Look: Equatable {
        var foreground = "39"
        var background = "49"
        var attributes: Set<Int> = []
    }

    enum Event: Equatable {
        case sign(UInt8, Look)
        case erasure(String, Look)
        case motion(String)
    }

    private(set) var events: [Event] = []
    private var look = Look()

    mutating func feed(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x1B, index + 1 < bytes.count else {
                events.append(event(of: byte))
                index += 1
                continue
            }
            var end = index + 2
            while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
            sequence(String(decoding: bytes[index...min(end, bytes.count - 1)], as: UTF8.self))
            index = end + 1
        }
    }

    private func event(of byte: UInt8) -> Event {
        switch byte {
        case 0x0D, 0x08: .motion(String(byte))
        case 0x0A: .erasure("\n", seen(isBlank: true))
        default: .sign(byte, seen(isBlank: false))
        }
    }

    /// What is erased shows a foreground only where it is underlined or reversed.
    private func seen(isBlank: Bool) -> Look {
        var seen = look
        if isBlank && look.attributes.isDisjoint(with: [4, 7]) { seen.foreground = "" }
        return seen
    }

    private mutating func sequence(_ text: String) {
        if text.hasPrefix("\u{1B}(") { return }
        switch text.last {
        case "m": choose(text.dropFirst(2).dropLast().split(separator: ";", omittingEmptySubsequences: false))
        case "K", "J", "X", "P", "L", "M": events.append(.erasure(text, seen(isBlank: true)))
        default: events.append(.motion(text))
        }
    }

    private mutating func choose(_ parameters: [Substring]) {
        var rest = parameters[...]
        while let first = rest.popFirst() {
            let number = Int(first) ?? 0
            switch number {
            case 0: look = Look()
            case 1...8: look.attributes.insert(number)
            case 22: look.attributes.subtract([1, 2])
            case 23...28: look.attributes.remove(number - 20)
            case 38, 48:
                let length = rest.first == "5" ? 2 : 4
                let color = ([first] + rest.prefix(length)).joined(separator: ";")
                rest = rest.dropFirst(length)
                if number == 38 { look.foreground = color } else { look.background = color }
            case 30...39, 90...97: look.foreground = String(first)
            default: look.background = String(first)
            }
        }
    }
}
