/// Messages of PostgreSQL's protocol 3 (manual, 55.7), as far as a link has to tell them apart.
enum WireMessage {
    /// The end of the message that begins at `start`; nil while it is not whole.
    ///
    /// Messages have a letter and a length that counts itself; the first message of a client has no letter.
    static func end(of bytes: [UInt8], from start: Int, hasLetter: Bool) -> Int? {
        let head = hasLetter ? 5 : 4
        guard bytes.count - start >= head else { return nil }
        let length = bytes[(start + head - 4)..<(start + head)].reduce(0) { $0 << 8 | Int($1) }
        let end = start + head - 4 + length
        return end <= bytes.count ? end : nil
    }

    /// An ErrorResponse of severity ERROR, and the ReadyForQuery behind it.
    static func refusal(_ state: String, status: UInt8) -> [UInt8] {
        let fields = ["SERROR", "VERROR", "C\(state)", "MThe link was told to refuse this."]
        let body: [UInt8] = fields.reduce(into: []) { $0 += Array($1.utf8) + [0] } + [0]
        return message("E", body) + message("Z", [status])
    }

    private static func message(_ letter: Unicode.Scalar, _ body: [UInt8]) -> [UInt8] {
        let length = UInt32(body.count + 4)
        return [UInt8(ascii: letter)] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + body
    }
}
