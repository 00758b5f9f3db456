import HTTPTypes

/// The name of one request, in its answer, in problems and in the log.
enum RequestID {
    /// The client's `X-Request-Id` if it is 1 to 64 of `A-Za-z0-9._-`, else one of ours.
    static func id(for headers: HTTPFields) -> String {
        if let theirs = headers[.requestID], isAcceptable(theirs) { return theirs }
        let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private static func isAcceptable(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
