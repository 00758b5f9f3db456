extension JSONParser {
    /// Reads the string at the quotation mark under the reading place.
    mutating func string() throws(JSONError) -> String {
        place += 1
        let start = place
        try skipPlain()
        // Most strings hold no escape: they are copied once, straight from the source.
        if bytes[place] == UInt8(ascii: "\"") {
            defer { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
        var buffer = Array(bytes[start..<place])
        while bytes[place] != UInt8(ascii: "\"") {
            try escape(into: &buffer)
            let next = place
            try skipPlain()
            buffer += bytes[next..<place]
        }
        place += 1
        return String(decoding: buffer, as: UTF8.self)
    }

    /// Moves to the next quotation mark or backslash.
    private mutating func skipPlain() throws(JSONError) {
        while let byte = peek {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            if byte == 0 { throw error(.nulCharacter) }
            if byte < 0x20 { throw error(.controlCharacter(byte)) }
            place += 1
        }
        throw error(.unexpectedEnd)
    }

    private mutating func escape(into buffer: inout [UInt8]) throws(JSONError) {
        guard place + 1 < bytes.count else {
            place = bytes.count
            throw error(.unexpectedEnd)
        }
        let plain: UInt8
        switch bytes[place + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = bytes[place + 1]
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "f"): plain = 0x0C
        case UInt8(ascii: "n"): plain = 0x0A
        case UInt8(ascii: "r"): plain = 0x0D
        case UInt8(ascii: "t"): plain = 0x09
        case UInt8(ascii: "u"):
            buffer.append(contentsOf: String(Character(try unicodeEscape())).utf8)
            return
        default: throw error(.invalidEscape)
        }
        buffer.append(plain)
        place += 2
    }

    /// Reads `\u` and its four digits, or two of them that make a surrogate pair.
    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let first = try codeUnit(at: place)
        if let scalar = Unicode.Scalar(UInt32(first)) {
            guard first != 0 else { throw error(.nulCharacter) }
            place += 6
            return scalar
        }
        guard UTF16.isLeadSurrogate(first), place + 7 < bytes.count, bytes[place + 6] == UInt8(ascii: "\\"),
            bytes[place + 7] == UInt8(ascii: "u")
        else { throw error(.loneSurrogate) }
        let second = try codeUnit(at: place + 6)
        let value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF
        guard UTF16.isTrailSurrogate(second), let scalar = Unicode.Scalar(value) else { throw error(.loneSurrogate) }
        place += 12
        return scalar
    }

    private func codeUnit(at start: Int) throws(JSONError) -> UInt16 {
        guard start + 6 <= bytes.count else { throw error(.unexpectedEnd) }
        var value: UInt16 = 0
        for byte in bytes[start + 2..<start + 6] {
            guard let digit = Self.hexadecimalDigit(byte) else { throw error(.invalidEscape) }
            value = value << 4 | digit
        }
        return value
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
