/// A number taken apart: its significant digits, without zeros at either end, times a power of ten.
struct NumberParts {
    let isNegative: Bool
    /// The digits as ASCII, without leading and trailing zeros; empty for zero.
    let significant: [UInt8]
    /// The power of ten that the significant digits, read as a whole number, are multiplied by.
    let exponent: Int

    /// An exponent beyond this is cut to it: nobody can tell the difference, and sums of such values cannot overflow.
    private static let exponentLimit = 1_000_000_000

    /// Takes a text apart that satisfies the grammar of JSON numbers.
    init(_ text: String) {
        var digits: [UInt8] = []
        var fractionDigits = 0
        var inFraction = false
        var exponentText: [UInt8] = []
        var inExponent = false
        for byte in text.utf8.drop(while: { $0 == UInt8(ascii: "-") }) {
            switch byte {
            case UInt8(ascii: "."): inFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): inExponent = true
            case _ where inExponent: exponentText.append(byte)
            default:
                digits.append(byte)
                if inFraction { fractionDigits += 1 }
            }
        }
        let trimmed = digits.reversed().drop { $0 == UInt8(ascii: "0") }.reversed()
        isNegative = text.utf8.first == UInt8(ascii: "-")
        significant = Array(trimmed.drop { $0 == UInt8(ascii: "0") })
        let trailingZeros = digits.count - trimmed.count
        exponent = Self.exponent(exponentText) - fractionDigits + trailingZeros
    }

    private static func exponent(_ text: [UInt8]) -> Int {
        var value = 0
        for byte in text where byte != UInt8(ascii: "+") && byte != UInt8(ascii: "-") {
            value = min(value * 10 + Int(byte - UInt8(ascii: "0")), exponentLimit)
        }
        return text.first == UInt8(ascii: "-") ? -value : value
    }
}
