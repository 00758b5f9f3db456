/// The meaning of a block string (section 2.9.4): common indentation and empty first and last lines do not count.
enum BlockString {
    static func value(of raw: ArraySlice<UInt8>) -> String {
        let lines = lines(of: raw)
        var indentation = Int.max
        var first = Int.max
        var last = -1
        for (number, line) in lines.enumerated() {
            let indent = line.prefix { isBlank($0) }.count
            if indent == line.count { continue }
            first = min(first, number)
            last = number
            if number > 0 { indentation = min(indentation, indent) }
        }
        guard last >= 0 else { return "" }
        var value: [UInt8] = []
        value.reserveCapacity(raw.count)
        for number in first...last {
            if number > first { value.append(UInt8(ascii: "\n")) }
            value += lines[number].dropFirst(number == 0 ? 0 : indentation)
        }
        return String(decoding: value, as: UTF8.self)
    }

    /// The text as it would be written between triple quotation marks, indented so.
    static func literal(_ value: String, indentation: String) -> String {
        let escaped = value.split(separator: "\"\"\"", omittingEmptySubsequences: false).joined(separator: "\\\"\"\"")
        let lines = escaped.split(separator: "\n", omittingEmptySubsequences: false)
        let isOneLine = lines.count == 1 && value.utf8.count <= 70
        let startsBlank = value.utf8.first.map(isBlank) ?? false
        // A quotation mark or a backslash at the end would join the closing marks.
        let needsLastLine = escaped.hasSuffix("\"") || escaped.hasSuffix("\\")
        if isOneLine && !needsLastLine { return "\"\"\"\(escaped)\"\"\"" }
        if lines.count == 1 && startsBlank { return "\"\"\"\(escaped)\n\(indentation)\"\"\"" }
        let body = lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n")
        return "\"\"\"\n\(body)\n\(indentation)\"\"\""
    }

    /// Whether a block string can hold the text so that reading it gives the same text again.
    static func canHold(_ value: String) -> Bool {
        if value.utf8.isEmpty { return false }
        let lines = value.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let isFilled = { (line: Substring.UTF8View) in line.contains { !isBlank($0) } }
        guard let first = lines.first, let last = lines.last, isFilled(first), isFilled(last) else {
            return false
        }
        // Indentation that all lines share would be lost on reading.
        let isFlush = lines.count == 1 || lines.contains { isFilled($0) && !isBlank($0.first ?? 0) }
        return isFlush && !value.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// The raw lines, `\"""` replaced.
    private static func lines(of raw: ArraySlice<UInt8>) -> [[UInt8]] {
        let escape = Array("\\\"\"\"".utf8)
        var lines: [[UInt8]] = [[]]
        var place = raw.startIndex
        while place < raw.endIndex {
            let byte = raw[place]
            if byte == escape[0], raw[place...].starts(with: escape) {
                lines[lines.count - 1] += escape[1...]
                place += 4
                continue
            }
            place += 1
            guard Lexer.isLineEnd(byte) else {
                lines[lines.count - 1].append(byte)
                continue
            }
            if byte == UInt8(ascii: "\r"), place < raw.endIndex, raw[place] == UInt8(ascii: "\n") {
                place += 1
            }
            lines.append([])
        }
        return lines
    }
}
