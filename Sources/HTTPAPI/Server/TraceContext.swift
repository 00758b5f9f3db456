/// The trace that a request belongs to, as its client has named it in `traceparent` (W3C Trace Context).
enum TraceContext {
    /// The id of the trace, 32 hexadecimal digits; nil for what is none.
    static func id(in header: String?) -> String? {
        guard let header else { return nil }
        let parts = header.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0].utf8.count == 2, parts[0] != "ff", isHex(parts[0]),
            parts[0] != "00" || parts.count == 4,
            isID(parts[1], digits: 32), isID(parts[2], digits: 16), parts[3].utf8.count == 2, isHex(parts[3])
        else { return nil }
        return String(parts[1])
    }

    private static func isID(_ text: Substring, digits: Int) -> Bool {
        text.utf8.count == digits && isHex(text) && !text.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    }

    private static func isHex(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
    }
}
