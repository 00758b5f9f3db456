/// Walks through a string and hands out what may be shown of it.
///
/// This is the one place where text from outside is made safe for a terminal (issue of terminal injection):
/// controls become a replacement, format characters, bidirectional controls and zero width disappear, flags
/// become letters, and of an emoji joined with others (ZWJ) or toned the first one stays, because terminals
/// don't agree on the width of the whole.
struct SafeScalars {
    /// Drawn for what must not be shown.
    let replacement: UInt32
    private var lastIsPictograph = false
    private var isJoined = false

    init(replacement: Unicode.Scalar) {
        self.replacement = replacement.value
    }

    /// Calls `body` with a scalar and its width (0 for a mark) until it answers false.
    ///
    /// UTF-8 is decoded by hand: by Character it takes five times as long. A `String` is always valid UTF-8.
    @inline(__always)
    mutating func forEach(in text: String, _ body: (_ scalar: UInt32, _ width: Int) -> Bool) {
        var text = text
        text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte >= 0x20 && byte < 0x7F {
                    index += 1
                    lastIsPictograph = false
                    isJoined = false
                    guard body(UInt32(byte), 1) else { return }
                } else {
                    let scalar = Self.decode(bytes, &index)
                    guard step(scalar, body) else { return }
                }
            }
        }
    }

    @inline(__always)
    private mutating func step(_ scalar: UInt32, _ body: (UInt32, Int) -> Bool) -> Bool {
        let width = CellWidth.of(scalar)
        if width == 1 && scalar < 0x2000 {
            lastIsPictograph = false
            isJoined = false
            return body(scalar, 1)
        }
        return rareStep(scalar, width, body)
    }

    private mutating func rareStep(_ scalar: UInt32, _ width: Int, _ body: (UInt32, Int) -> Bool) -> Bool {
        switch width {
        case CellWidth.removed:
            isJoined = scalar == 0x200D && lastIsPictograph
            return true
        case CellWidth.refused:
            lastIsPictograph = false
            isJoined = false
            return body(replacement, 1)
        case 0:
            return body(scalar, 0)
        default:
            return drawn(scalar, width, body)
        }
    }

    private mutating func drawn(_ scalar: UInt32, _ width: Int, _ body: (UInt32, Int) -> Bool) -> Bool {
        let isPictograph = Self.isPictograph(scalar)
        let isTone = scalar >= 0x1F3FB && scalar <= 0x1F3FF
        defer { isJoined = false }
        if isPictograph && (isJoined || (isTone && lastIsPictograph)) { return true }
        lastIsPictograph = isPictograph
        if scalar >= 0x1F1E6 && scalar <= 0x1F1FF { return body(scalar - 0x1F1E6 + 0x41, 1) }
        return body(scalar, width)
    }

    /// Scalars that emoji are joined from: arrows to miscellaneous symbols, and the pictographic planes.
    private static func isPictograph(_ scalar: UInt32) -> Bool {
        (scalar >= 0x2190 && scalar <= 0x2BFF) || (scalar >= 0x1F000 && scalar <= 0x1FAFF)
    }

    @inline(__always)
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let first = UInt32(bytes[index])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        defer { index += length }
        switch length {
        case 1: return first
        case 2: return (first & 0x1F) << 6 | tail(bytes, index + 1)
        case 3: return (first & 0x0F) << 12 | tail(bytes, index + 1) << 6 | tail(bytes, index + 2)
        default:
            return (first & 0x07) << 18 | tail(bytes, index + 1) << 12 | tail(bytes, index + 2) << 6
                | tail(bytes, index + 3)
        }
    }

    @inline(__always)
    private static func tail(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
        UInt32(bytes[index] & 0x3F)
    }
}
