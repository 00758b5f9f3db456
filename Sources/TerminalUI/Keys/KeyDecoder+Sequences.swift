extension KeyDecoder {
    /// A byte after ESC O: cursor and function keys, and the keypad in its application mode.
    mutating func ss3(_ byte: UInt8) {
        // Some terminals put a modifier here, as in ESC O 5 A.
        if (0x30...0x39).contains(byte) && parameters.count < 2 {
            parameters.append(byte)
            return
        }
        guard byte >= 0x20 else {
            reset()
            ground(byte)
            return
        }
        let modifiers = Self.modifiers(Self.numbers(parameters[...]).last ?? 0)
        reset()
        if let key = Self.keyByLetter[byte] {
            press(key, modifiers)
        } else if byte == 0x4D {
            press(.enter, modifiers)
        } else if (0x6A...0x79).contains(byte) {
            // j to y are the signs * to 9 of the keypad, in the order of ASCII.
            press(.character(Unicode.Scalar(byte - 0x40)), modifiers)
        }
    }

    /// A byte after ESC [ [, where A to E are F1 to F5.
    mutating func console(_ byte: UInt8) {
        reset()
        if (0x41...0x45).contains(byte) {
            press(.function(Int(byte) - 0x40))
        } else if byte < 0x20 {
            ground(byte)
        }
    }

    /// A byte after ESC [: parameters and intermediates, then the final byte.
    mutating func csi(_ byte: UInt8) {
        switch byte {
        case 0x20..<0x40:
            if parameters.count <= Self.maximumParameters { parameters.append(byte) }
        case 0x5B where parameters.isEmpty:
            state = .console
        case 0x40..<0x7F:
            let kept = parameters
            reset()
            if kept.count <= Self.maximumParameters { finish(kept, byte) }
        default:
            // A control or the start of other text: the sequence was cut off.
            reset()
            ground(byte)
        }
    }

    private mutating func finish(_ parameters: [UInt8], _ final: UInt8) {
        if parameters.first == 0x3C {
            mouse(Self.numbers(parameters.dropFirst()), final)
            return
        }
        // Private parameters and intermediates belong to replies, which nobody asked for.
        guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return }
        let numbers = Self.numbers(parameters[...])
        switch final {
        case 0x7E, 0x5E, 0x40: tilde(numbers, final)
        case 0x75: unicode(numbers, parameters)
        case 0x4D where parameters.isEmpty: state = .oldMouse(left: 3)
        case 0x49 where parameters.isEmpty: events.append(.focus(true))
        case 0x4F where parameters.isEmpty: events.append(.focus(false))
        case 0x5A: press(.tab, .shift)
        // With other numbers this is a report of the cursor's place.
        case 0x52 where numbers.first ?? 1 != 1: break
        default:
            guard let key = Self.keyByLetter[final] else { return }
            press(key, Self.modifiers(numbers.count > 1 ? numbers[1] : 0))
        }
    }

    /// `ESC [ number ; modifiers ~`; rxvt ends in ^ for Control and in @ for Control with Shift.
    private mutating func tilde(_ numbers: [Int], _ final: UInt8) {
        guard let number = numbers.first else { return }
        var modifiers = Self.modifiers(numbers.count > 1 ? numbers[1] : 0)
        if final == 0x5E { modifiers.insert(.control) }
        if final == 0x40 { modifiers.formUnion([.control, .shift]) }
        switch number {
        case 200 where final == 0x7E: beginPaste()
        case 27 where numbers.count == 3: unicode([numbers[2], numbers[1]], [])
        default:
            if let key = Self.keyByNumber[number] { press(key, modifiers) }
        }
    }

    /// `ESC [ code ; modifiers u` of "fixterms" and kitty; the third part of the modifiers 3 is a release.
    private mutating func unicode(_ numbers: [Int], _ parameters: [UInt8]) {
        let fields = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)
        if fields.count > 1, fields[1].split(separator: 0x3A).dropFirst().first == [0x33] { return }
        guard let code = numbers.first, let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else {
            return
        }
        let modifiers = Self.modifiers(numbers.count > 1 ? numbers[1] : 0)
        switch value {
        case 27: press(.escape, modifiers)
        case 13, 57414: press(.enter, modifiers)
        case 9: press(.tab, modifiers)
        case 8, 127: press(.backspace, modifiers)
        default:
            // What is no text, such as kitty's codes for modifier keys, is no press.
            if CellWidth.of(value) > 0 { press(.character(scalar), modifiers) }
        }
    }

    /// `ESC [ < button ; column ; row M`, or m for a release (SGR, mode 1006).
    private mutating func mouse(_ numbers: [Int], _ final: UInt8) {
        guard numbers.count == 3, final == 0x4D || final == 0x6D, numbers[1] > 0, numbers[2] > 0 else { return }
        let code = numbers[0]
        var modifiers: Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let position = Point(x: numbers[1] - 1, y: numbers[2] - 1)
        let event: MouseEvent?
        switch code & ~0x1C {
        case 64: event = MouseEvent(.scrollUp, at: position, modifiers: modifiers)
        case 65: event = MouseEvent(.scrollDown, at: position, modifiers: modifiers)
        case let button where button < 3:
            event = MouseEvent(final == 0x4D ? .press : .release, button: button, at: position, modifiers: modifiers)
        case let button where (32..<35).contains(button):
            event = MouseEvent(.drag, button: button - 32, at: position, modifiers: modifiers)
        default: event = nil
        }
        if let event { events.append(.mouse(event)) }
    }

    /// Numbers parted by semicolons, a missing one as 0; what follows a colon is a refinement and left out.
    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        guard !bytes.isEmpty else { return [] }
        return bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
            field.prefix { $0 != 0x3A }.reduce(0) { total, byte in
                (0x30...0x39).contains(byte) ? min(total * 10 + Int(byte) - 0x30, 9_999_999) : total
            }
        }
    }

    /// xterm's parameter: one more than the sum of shift 1, alt 2, control 4; other modifiers are ignored.
    private static func modifiers(_ parameter: Int) -> Modifiers {
        parameter > 1 ? Modifiers(rawValue: UInt8((parameter - 1) & 7)) : []
    }

    private static let keyByLetter: [UInt8: Key] = [
        0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
        0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
    ]

    private static let keyByNumber: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
        29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
    ]
}
