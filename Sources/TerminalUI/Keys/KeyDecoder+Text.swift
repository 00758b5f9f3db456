extension KeyDecoder {
    /// A byte outside of any sequence.
    mutating func ground(_ byte: UInt8) {
        switch byte {
        case 0x1B: state = .escape
        case 0x20..<0x7F: press(.character(Unicode.Scalar(byte)))
        case 0x80...: begin(byte)
        default: control(byte, [])
        }
    }

    /// The byte after ESC: an introducer, or a key held with Alt.
    mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x5B: state = .csi
        case 0x4F: state = .ss3
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
            state = .string
            parameters = [byte]
        // Escape twice: the first one stands for itself.
        case 0x1B: press(.escape)
        // The Linux console sends Shift-Tab as ESC TAB.
        case 0x09:
            reset()
            press(.tab, .shift)
        case 0x20..<0x7F:
            reset()
            press(.character(Unicode.Scalar(byte)), .alt)
        case 0x80...:
            hasAlt = true
            begin(byte)
        default:
            reset()
            control(byte, .alt)
        }
    }

    private mutating func control(_ byte: UInt8, _ modifiers: Modifiers) {
        switch byte {
        case 0x0D, 0x0A: press(.enter, modifiers)
        case 0x09: press(.tab, modifiers)
        case 0x7F, 0x08: press(.backspace, modifiers)
        case 0x00: press(.character(" "), modifiers.union(.control))
        case 0x01...0x1A: press(.character(Unicode.Scalar(byte + 0x60)), modifiers.union(.control))
        default: press(.character(Unicode.Scalar(byte + 0x40)), modifiers.union(.control))
        }
    }

    /// The first byte of a scalar beyond ASCII.
    private mutating func begin(_ byte: UInt8) {
        let lead = UInt32(byte)
        switch byte {
        case 0xC2...0xDF: state = .scalar(left: 1, value: lead & 0x1F, minimum: 0x80)
        case 0xE0...0xEF: state = .scalar(left: 2, value: lead & 0x0F, minimum: 0x800)
        case 0xF0...0xF4: state = .scalar(left: 3, value: lead & 0x07, minimum: 0x10000)
        default: broken()
        }
    }

    /// A further byte of a scalar; one that doesn't fit is looked at anew.
    mutating func scalar(_ byte: UInt8, _ left: Int, _ value: UInt32, _ minimum: UInt32) {
        guard byte & 0xC0 == 0x80 else {
            broken()
            ground(byte)
            return
        }
        let value = value << 6 | UInt32(byte & 0x3F)
        guard left == 1 else {
            state = .scalar(left: left - 1, value: value, minimum: minimum)
            return
        }
        guard value >= minimum, let scalar = Unicode.Scalar(value) else {
            broken()
            return
        }
        let modifiers: Modifiers = hasAlt ? .alt : []
        reset()
        // C1 controls are no text, and no sequences either in UTF-8.
        if !(0x80..<0xA0).contains(scalar.value) { press(.character(scalar), modifiers) }
    }

    /// Bytes that are no UTF-8 show as one replacement, so that the operator sees that something came.
    mutating func broken() {
        reset()
        press(.character("\u{FFFD}"))
    }
}
