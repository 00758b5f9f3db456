import HTTPTypes
import Synchronization

/// The name of one request, in its answer, in problems and in the log.
enum RequestID {
    /// The client's `X-Request-Id` if it is 1 to 64 of `A-Za-z0-9._-`, else one of ours.
    static func id(for headers: HTTPFields) -> String {
        if let theirs = headers.text(.requestID), isAcceptable(theirs) { return theirs }
        return own()
    }

    /// Where this program's names begin, so that those of two programs differ.
    private static let first = UInt64.random(in: 0 ... .max)
    private static let count = Atomic<UInt64>(0)

    /// 16 hexadecimal digits, never the same twice in one program.
    ///
    /// Counted, and then mixed by the finisher of SplitMix64, which maps no two numbers to one: asking the system for
    /// random bits would be a call of the kernel for each request.
    private static func own() -> String {
        var bits = first &+ count.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return String(unsafeUninitializedCapacity: 16) { bytes in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - 4 * place)) & 15
                bytes[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 16
        }
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
