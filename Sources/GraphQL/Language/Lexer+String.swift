extension Lexer {
    /// Reads a string between single quotation marks; what it means is worked out by `StringLiteral`.
    mutating func string() throws(SyntaxError) -> Token {
        let start = place
        place += 1
        while let byte = peek(), !Self.isLineEnd(byte) {
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                return Token(kind: .string, start: start, end: place)
            case UInt8(ascii: "\\"):
                place += try escape().length
            default:
                place += 1
            }
        }
        throw SyntaxError(message: "Unterminated string.", offset: place)
    }

    /// Reads a string between triple quotation marks.
    mutating func blockString() throws(SyntaxError) -> Token {
        let quote = UInt8(ascii: "\"")
        let start = place
        place += 3
        while let byte = peek() {
            if byte == quote, peek(1) == quote, peek(2) == quote {
                place += 3
                return Token(kind: .blockString, start: start, end: place)
            }
            let isEscape =
                byte == UInt8(ascii: "\\") && peek(1) == quote && peek(2) == quote && peek(3) == quote
            place += isEscape ? 4 : 1
        }
        throw SyntaxError(message: "Unterminated string.", offset: place)
    }

    /// The characters of a string token, escapes replaced.
    ///
    /// The token was read before, so that its escapes are known to be sound.
    static func value(of token: Token, in source: Source) throws(SyntaxError) -> String {
        if token.kind == .blockString {
            return BlockString.value(of: source.bytes[token.start + 3..<token.end - 3])
        }
        let content = token.start + 1..<token.end - 1
        guard source.bytes[content].contains(UInt8(ascii: "\\")) else { return source.text(content) }
        var lexer = Lexer(source)
        lexer.place = content.lowerBound
        var buffer: [UInt8] = []
        buffer.reserveCapacity(content.count)
        while lexer.place < content.upperBound {
            let byte = lexer.bytes[lexer.place]
            if byte == UInt8(ascii: "\\") {
                let (scalar, length) = try lexer.escape()
                buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                lexer.place += length
            } else {
                buffer.append(byte)
                lexer.place += 1
            }
        }
        return String(decoding: buffer, as: UTF8.self)
    }

    /// The escape sequence at the reading place: what it stands for, and how many bytes it has.
    private func escape() throws(SyntaxError) -> (scalar: Unicode.Scalar, length: Int) {
        switch peek(1) {
        case UInt8(ascii: "u"): return try unicodeEscape()
        case UInt8(ascii: "\""): return ("\"", 2)
        case UInt8(ascii: "\\"): return ("\\", 2)
        case UInt8(ascii: "/"): return ("/", 2)
        case UInt8(ascii: "b"): return ("\u{8}", 2)
        case UInt8(ascii: "f"): return ("\u{C}", 2)
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        default: throw SyntaxError(message: "Invalid character escape sequence.", offset: place)
        }
    }

    /// `\u00E9`, `\uD83D\uDE00` as a surrogate pair, or `\u{1F600}`.
    private func unicodeEscape() throws(SyntaxError) -> (scalar: Unicode.Scalar, length: Int) {
        let invalid = SyntaxError(message: "Invalid Unicode escape sequence.", offset: place)
        if peek(2) == UInt8(ascii: "{") {
            var value: UInt32 = 0
            var length = 3
            while let digit = hexadecimalDigit(at: length) {
                value = value << 4 | digit
                length += 1
                // Beyond the last scalar no further digit can help; this also bounds the loop.
                guard value <= 0x10FFFF else { throw invalid }
            }
            guard length > 3, peek(length) == UInt8(ascii: "}"), let scalar = Unicode.Scalar(value) else {
                throw invalid
            }
            return (scalar, length + 1)
        }
        guard let first = codeUnit(at: 2) else { throw invalid }
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        guard first < 0xDC00, peek(6) == UInt8(ascii: "\\"), peek(7) == UInt8(ascii: "u"),
            let second = codeUnit(at: 8), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        else { throw invalid }
        return (scalar, 12)
    }

    private func codeUnit(at distance: Int) -> UInt32? {
        var value: UInt32 = 0
        for offset in distance..<distance + 4 {
            guard let digit = hexadecimalDigit(at: offset) else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private func hexadecimalDigit(at distance: Int) -> UInt32? {
        guard let byte = peek(distance) else { return nil }
        return switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
