/// Why a text is not acceptable JSON, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// Nothing but white space.
        case empty
        case unexpectedEnd
        case unexpectedByte(UInt8)
        /// Something follows the document.
        case trailingContent
        /// Arrays and objects are nested deeper than the limit.
        case tooDeep(limit: Int)
        case duplicateName(String)
        /// U+0000, which neither PostgreSQL's text nor a C string can hold.
        case nulCharacter
        /// Half of a UTF-16 surrogate pair, which is no character.
        case loneSurrogate
        /// A control character that should have been escaped.
        case controlCharacter(UInt8)
        case invalidEscape
        case invalidNumber
        case invalidUTF8
        case byteOrderMark
    }

    /// What is wrong.
    public let reason: Reason
    /// The place as a number of bytes from the start.
    public let offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars.
    public let column: Int
    /// The value in which the fault lies.
    public let pointer: JSONPointer

    init(_ reason: Reason, in bytes: [UInt8], at offset: Int, pointer: JSONPointer) {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        self.reason = reason
        self.offset = offset
        self.line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        // Bytes of the form 10xxxxxx continue a scalar that was counted at its first byte.
        self.column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
        self.pointer = pointer
    }

    /// One sentence, such as `line 2, column 7: the name "a" occurs twice.`.
    public var description: String { "line \(line), column \(column): \(reason)." }
}

extension JSONError.Reason: CustomStringConvertible {
    /// The reason as a clause without a full stop.
    public var description: String {
        switch self {
        case .empty: "the document is empty"
        case .unexpectedEnd: "the document ends too early"
        case .unexpectedByte(let byte): "unexpected \(Self.readable(byte))"
        case .trailingContent: "something follows the document"
        case .tooDeep(let limit): "arrays and objects are nested deeper than \(limit)"
        case .duplicateName(let name): "the name \"\(name)\" occurs twice"
        case .nulCharacter: "the character U+0000 is not accepted"
        case .loneSurrogate: "half of a surrogate pair is not a character"
        case .controlCharacter(let byte): "\(Self.readable(byte)) must be escaped in a string"
        case .invalidEscape: "unknown escape sequence"
        case .invalidNumber: "malformed number"
        case .invalidUTF8: "the bytes are not UTF-8"
        case .byteOrderMark: "a byte order mark is not accepted"
        }
    }

    private static func readable(_ byte: UInt8) -> String {
        if byte > 0x20, byte < 0x7F { return "'\(Character(Unicode.Scalar(byte)))'" }
        let hexadecimal = String(byte, radix: 16, uppercase: true)
        return "byte 0x" + (byte < 0x10 ? "0" : "") + hexadecimal
    }
}
