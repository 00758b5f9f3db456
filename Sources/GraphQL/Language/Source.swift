/// The text of a document as bytes of UTF-8, and where its lines are.
package struct Source: Sendable {
    let bytes: [UInt8]

    package init(_ text: String) { bytes = Array(text.utf8) }

    /// Line and column of a byte; lines end as the grammar says: `\n`, `\r\n` or `\r`.
    package func location(at offset: Int) -> SourceLocation {
        var line = 1
        var lineStart = 0
        var place = 0
        while place < offset {
            let byte = bytes[place]
            place += 1
            let isReturn = byte == UInt8(ascii: "\r")
            if isReturn, place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
            if (isReturn || byte == UInt8(ascii: "\n")) && place <= offset {
                line += 1
                lineStart = place
            }
        }
        // Bytes of the form 10xxxxxx continue a scalar that was counted at its first byte.
        let column = 1 + bytes[lineStart..<max(offset, lineStart)].count { $0 & 0xC0 != 0x80 }
        return SourceLocation(line: line, column: column)
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
