/// An exact decimal number: `numeric`.
///
/// Numbers whose digits fit 64 bits, which amounts of money do, are kept as one integer and a scale; the longest
/// ones (`numeric` has up to 147 455 digits) as their text. Nothing is ever rounded.
public struct PostgresNumeric: Sendable {
    enum Value: Sendable {
        /// `unscaled` / 10^`scale`.
        case short(unscaled: Int64, scale: Int)
        /// Digits with sign and point, for what does not fit ``short(unscaled:scale:)``.
        case long(String)
        case notANumber, infinity, minusInfinity
    }

    /// The most decimals that `numeric` can have.
    static let maximumScale = 16_383

    let value: Value

    init(_ value: Value) { self.value = value }

    /// The number `unscaled` / 10^`scale`: `PostgresNumeric(unscaled: 150, scale: 2)` is 1.50.
    ///
    /// The scale is the count of decimals, 0…16 383.
    public init(unscaled: Int64, scale: Int) {
        precondition((0...Self.maximumScale).contains(scale), "A numeric has between 0 and 16383 decimals.")
        value = .short(unscaled: unscaled, scale: scale)
    }

    /// The number that `text` writes: `-12.50`, `NaN`, `Infinity`, `-Infinity`; `nil` for anything else.
    public init?(_ text: String) {
        switch text {
        case "NaN": value = .notANumber
        case "Infinity": value = .infinity
        case "-Infinity": value = .minusInfinity
        default:
            guard let number = Self.finite(text) else { return nil }
            value = number
        }
    }

    /// How many units of 10^-`scale` the number is: 1.5 scaled to 2 is 150.
    /// - Returns: `nil` if that is no whole number, does not fit, or the number is NaN or infinite.
    public func scaled(to scale: Int) -> Int64? {
        switch value {
        case .short(let unscaled, let current): Self.rescale(unscaled, from: current, to: scale)
        case .long(let text):
            if case .short(let unscaled, let current)? = Self.finite(Self.withoutTrailingZeros(text)) {
                Self.rescale(unscaled, from: current, to: scale)
            } else {
                nil
            }
        case .notANumber, .infinity, .minusInfinity: nil
        }
    }

    private static func rescale(_ unscaled: Int64, from current: Int, to scale: Int) -> Int64? {
        var (result, remaining) = (unscaled, scale - current)
        while remaining != 0 && result != 0 {
            if remaining > 0 {
                let (product, overflows) = result.multipliedReportingOverflow(by: 10)
                guard !overflows else { return nil }
                (result, remaining) = (product, remaining - 1)
            } else {
                guard result.isMultiple(of: 10) else { return nil }
                (result, remaining) = (result / 10, remaining + 1)
            }
        }
        return result
    }

    /// Reads sign, digits and point.
    static func finite(_ text: String) -> Value? {
        let unsigned = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard text.utf8.count - unsigned.count <= 1 else { return nil }
        let parts = unsigned.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : unsigned.suffix(0)
        guard let whole = parts.first, whole.count + decimals.count > 0, decimals.count <= maximumScale,
            whole.allSatisfy(isDigit), decimals.allSatisfy(isDigit)
        else { return nil }
        let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
        let digits = sign + String(Substring(whole)) + String(Substring(decimals))
        if let unscaled = Int64(digits) { return .short(unscaled: unscaled, scale: decimals.count) }
        return .long(text.utf8.first == UInt8(ascii: "+") ? String(text.dropFirst()) : text)
    }

    static func withoutTrailingZeros(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
        let end = text.lastIndex { $0 != "0" } ?? text.startIndex
        return String(text[end] == "." ? text[..<end] : text[...end])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension PostgresNumeric: Hashable {
    /// Equal as numbers, as 1.5 and 1.50 are; NaN equals itself, as in PostgreSQL.
    public static func == (left: Self, right: Self) -> Bool { left.canonical == right.canonical }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

    private var canonical: String { Self.withoutTrailingZeros(description) }
}

extension PostgresNumeric: CustomStringConvertible, SQLEncodable {
    /// The number with all of its decimals: `-12.50`.
    public var description: String {
        switch value {
        case .short(let unscaled, let scale): Self.text(unscaled, scale)
        case .long(let text): text
        case .notANumber: "NaN"
        case .infinity: "Infinity"
        case .minusInfinity: "-Infinity"
        }
    }

    /// As ``description``.
    public var sqlText: String? { description }

    private static func text(_ unscaled: Int64, _ scale: Int) -> String {
        guard scale > 0 else { return String(unscaled) }
        let digits = String(unscaled.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return (unscaled < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
    }
}
