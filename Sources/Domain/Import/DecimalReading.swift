/// Numbers as files hold them, read from bytes: ASCII digits, an optional sign, a point.
package enum DecimalReading: Hashable, Sendable {
    /// The number times ten to the power of the scale that was asked for.
    case value(Int64)
    /// A number, but with more decimals than the scale holds.
    case tooPrecise
    /// A number of more than eighteen digits.
    case tooLarge
    /// Not a number.
    case malformed

    /// Reads `-12.340` at scale 2 as -1234.
    ///
    /// Zeros at the end of the decimals are no decimals.
    package init(_ bytes: ArraySlice<UInt8>, scale: Int) {
        var rest = bytes
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        var (value, digits, decimals, lost) = (Int64(0), 0, -1, false)
        for byte in rest {
            switch byte {
            case 48...57 where decimals == scale:
                lost = lost || byte != 48
            case 48...57:
                digits += value == 0 && byte == 48 ? 0 : 1
                guard digits + scale <= 18 else {
                    self = rest.allSatisfy { (48...57).contains($0) || $0 == 46 } ? .tooLarge : .malformed
                    return
                }
                value = value * 10 + Int64(byte - 48)
                if decimals >= 0 { decimals += 1 }
            case UInt8(ascii: ".") where decimals < 0: decimals = 0
            default:
                self = .malformed
                return
            }
        }
        let isNumber = rest.first.map { (48...57).contains($0) } == true && rest.last != UInt8(ascii: ".")
        guard isNumber else {
            self = .malformed
            return
        }
        for _ in max(decimals, 0)..<scale { value *= 10 }
        self = lost ? .tooPrecise : .value(isNegative ? -value : value)
    }
}
