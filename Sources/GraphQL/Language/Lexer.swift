/// Cuts a document into tokens (September 2025, section 2.1), one at a time and without looking back.
struct Lexer {
    let bytes: [UInt8]
    var place = 0

    init(_ source: Source) { bytes = source.bytes }

    /// The next token; at the end the same `endOfFile` again and again.
    mutating func next() throws(SyntaxError) -> Token {
        skipIgnored()
        let start = place
        guard start < bytes.count else { return Token(kind: .endOfFile, start: start, end: start) }
        let byte = bytes[start]
        if Self.isNameStart(byte) {
            while place < bytes.count, Self.isNameContinuation(bytes[place]) { place += 1 }
            return Token(kind: .name, start: start, end: place)
        }
        if let kind = Self.punctuators[Int(byte)] {
            place += 1
            return Token(kind: kind, start: start, end: place)
        }
        switch byte {
        case UInt8(ascii: "."):
            guard peek(1) == byte, peek(2) == byte else { throw unexpectedCharacter(at: start) }
            place += 3
            return Token(kind: .spread, start: start, end: place)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            return try number()
        case UInt8(ascii: "\""):
            let isBlock = peek(1) == byte && peek(2) == byte
            return try isBlock ? blockString() : string()
        default:
            throw unexpectedCharacter(at: start)
        }
    }

    /// The byte so many places ahead, or nil at the end.
    func peek(_ distance: Int = 0) -> UInt8? {
        place + distance < bytes.count ? bytes[place + distance] : nil
    }

    /// White space, line ends, commas, comments and byte order marks mean nothing between tokens.
    private mutating func skipIgnored() {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
                UInt8(ascii: ","):
                place += 1
            case UInt8(ascii: "#"):
                while place < bytes.count, !Self.isLineEnd(bytes[place]) { place += 1 }
            case 0xEF where peek(1) == 0xBB && peek(2) == 0xBF:
                place += 3
            default:
                return
            }
        }
    }

    func unexpectedCharacter(at offset: Int) -> SyntaxError {
        if bytes[offset] == UInt8(ascii: "'") {
            return SyntaxError(
                message: "Unexpected single quote character ('), did you mean to use a double quote (\")?",
                offset: offset)
        }
        return SyntaxError(message: "Unexpected character: \(character(at: offset)).", offset: offset)
    }

    /// The character at an offset as messages show it.
    func character(at offset: Int) -> String {
        guard offset < bytes.count else { return "<EOF>" }
        let scalar = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
            .unicodeScalars.first
        guard let scalar else { return "<EOF>" }
        if scalar.value > 0x20, scalar.value < 0x7F { return scalar == "\"" ? "'\"'" : "\"\(scalar)\"" }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    static func isNameContinuation(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// The punctuators of one byte, by that byte.
    private static let punctuators: [Token.Kind?] = {
        var table = [Token.Kind?](repeating: nil, count: 256)
        let pairs: [(Unicode.Scalar, Token.Kind)] = [
            ("!", .bang), ("$", .dollar), ("&", .ampersand), ("(", .leftParenthesis), (")", .rightParenthesis),
            (":", .colon), ("=", .equals), ("@", .at), ("[", .leftBracket), ("]", .rightBracket), ("{", .leftBrace),
            ("|", .pipe), ("}", .rightBrace),
        ]
        for (scalar, kind) in pairs { table[Int(scalar.value)] = kind }
        return table
    }()
}
