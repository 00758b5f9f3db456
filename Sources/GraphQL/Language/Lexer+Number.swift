extension Lexer {
    /// Reads an `IntValue` or a `FloatValue` (section 2.9.1); neither may run into a name or a further dot.
    mutating func number() throws(SyntaxError) -> Token {
        let start = place
        var kind = Token.Kind.int
        if peek() == UInt8(ascii: "-") { place += 1 }
        if peek() == UInt8(ascii: "0") {
            place += 1
            if let byte = peek(), Self.isDigit(byte) {
                throw SyntaxError(
                    message: "Invalid number, unexpected digit after 0: \(character(at: place)).", offset: place)
            }
        } else {
            try digits()
        }
        if peek() == UInt8(ascii: ".") {
            kind = .float
            place += 1
            try digits()
        }
        if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
            kind = .float
            place += 1
            if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { place += 1 }
            try digits()
        }
        if let byte = peek(), byte == UInt8(ascii: ".") || Self.isNameStart(byte) {
            throw digitExpected()
        }
        return Token(kind: kind, start: start, end: place)
    }

    private mutating func digits() throws(SyntaxError) {
        guard let first = peek(), Self.isDigit(first) else { throw digitExpected() }
        while let byte = peek(), Self.isDigit(byte) { place += 1 }
    }

    private func digitExpected() -> SyntaxError {
        SyntaxError(message: "Invalid number, expected digit but got: \(character(at: place)).", offset: place)
    }
}
