extension JSONWriter {
    /// Appends a quoted string; only what RFC 8259 section 7 demands is escaped.
    static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let wasContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0, to: &bytes) }
        if wasContiguous == nil {
            Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies runs of plain bytes whole and stops at the few that need an escape.
    private static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for place in text.indices {
            let byte = text[place]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: text[start..<place])
            appendEscape(byte, to: &bytes)
            start = place + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    private static func appendEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x00..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(hexadecimal[Int(byte >> 4)])
            bytes.append(hexadecimal[Int(byte & 0x0F)])
        default: bytes.append(byte)
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    /// Appends a whole number in decimal.
    static func append(_ number: Int64, to bytes: inout [UInt8]) {
        append(unscaled: number, scale: 0, to: &bytes)
    }

    /// Appends a decimal fraction: 5 at scale 2 becomes `0.05`.
    static func append(unscaled: Int64, scale: Int, to bytes: inout [UInt8]) {
        precondition((0...18).contains(scale), "A decimal scale lies between 0 and 18.")
        if unscaled < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = unscaled.magnitude
        var written = 0
        // Digits come out backwards; 64 bits hold at most 20 of them, so the loop is short.
        repeat {
            if scale > 0, written == scale { bytes.append(UInt8(ascii: ".")) }
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            written += 1
        } while rest > 0 || written <= scale
        bytes[start...].reverse()
    }
}
