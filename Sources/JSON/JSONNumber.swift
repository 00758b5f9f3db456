/// A JSON number kept as its source text, so that nothing is lost to floating point.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
    /// The number as it was written: `12`, `-0.50`, `1e3`.
    public let text: String

    /// For the parser, which has checked the grammar already.
    init(unchecked text: String) { self.text = text }

    /// A number from its text, or nil where the text is no JSON number (RFC 8259 section 6).
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard NumberGrammar.end(in: bytes, from: 0) == bytes.count else { return nil }
        self.text = text
    }

    /// A whole number.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// The source text.
    public var description: String { text }

    /// The exact whole number, or nil for a fraction or a value beyond 64 bits; `1.0` and `1e3` are whole.
    public var intValue: Int64? { scaled(to: 0) }

    /// The value times ten to the power of `scale`, exactly; nil where digits would be lost or 64 bits exceeded.
    ///
    /// `12.5` scaled to 2 is 1250; `0.001` scaled to 2 is nil.
    public func scaled(to scale: Int) -> Int64? {
        let parts = NumberParts(text)
        if parts.significant.isEmpty { return 0 }
        let shift = parts.exponent + scale
        // 64 bits hold 19 decimal digits: whatever is longer overflows, and this bounds the loops below.
        guard shift >= 0, parts.significant.count + shift <= 19 else { return nil }
        var value: Int64 = 0
        for digit in parts.significant + Array(repeating: UInt8(ascii: "0"), count: shift) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let digit = Int64(digit - UInt8(ascii: "0"))
            // Accumulated as a negative number, so that the smallest 64-bit value fits as well.
            let (next, underflow) = product.subtractingReportingOverflow(digit)
            if overflow || underflow { return nil }
            value = next
        }
        if parts.isNegative { return value }
        return value == .min ? nil : -value
    }

    /// The value in plain decimal notation without an exponent: `1.50`, `1500`; nil beyond 64 digits.
    ///
    /// Trailing zeros of the fraction are not kept: `1.50` gives `1.5`.
    public var decimalText: String? {
        let parts = NumberParts(text)
        guard !parts.significant.isEmpty else { return "0" }
        guard abs(parts.exponent) <= 64, parts.significant.count <= 64 else { return nil }
        var digits = parts.significant
        var fraction: [UInt8] = []
        if parts.exponent >= 0 {
            digits += Array(repeating: UInt8(ascii: "0"), count: parts.exponent)
        } else {
            let missing = 1 - parts.exponent - digits.count
            if missing > 0 { digits = Array(repeating: UInt8(ascii: "0"), count: missing) + digits }
            fraction = Array(digits.suffix(-parts.exponent))
            digits.removeLast(fraction.count)
        }
        let whole = (parts.isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
        return fraction.isEmpty ? whole : whole + "." + String(decoding: fraction, as: UTF8.self)
    }
}
