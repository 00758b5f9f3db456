/// The grammar of numbers: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?` (RFC 8259 section 6).
enum NumberGrammar {
    /// The offset behind the number that starts at `start`, or nil where none does.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
        guard place < bytes.count, isDigit(bytes[place]) else { return nil }
        if bytes[place] == UInt8(ascii: "0") { place += 1 } else { skipDigits(bytes, &place) }
        if place < bytes.count, isDigit(bytes[place]) { return nil }
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
            place += 1
            guard skipDigits(bytes, &place) else { return nil }
        }
        if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
            place += 1
            if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") {
                place += 1
            }
            guard skipDigits(bytes, &place) else { return nil }
        }
        return place
    }

    /// Moves behind the digits; false where there is none.
    @discardableResult
    private static func skipDigits(_ bytes: [UInt8], _ place: inout Int) -> Bool {
        let start = place
        while place < bytes.count, isDigit(bytes[place]) { place += 1 }
        return place > start
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
