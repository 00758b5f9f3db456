import Wording

/// An amount in a currency with two decimals, as a whole number of minor units: 12.50 is 1250.
///
/// Stored as `numeric(14,2)`; no floating point comes near it.
package struct Money: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Hundredths of the currency's unit.
    package let minor: Int64

    /// What `numeric(14,2)` can hold: 999,999,999,999.99.
    package static let maximum = Money(minor: 99_999_999_999_999)
    package static let zero = Money(minor: 0)

    package init(minor: Int64) { self.minor = minor }

    /// The amount as a plain decimal with two places: `-1250.00`.
    package var description: String {
        let (units, cents) = minor.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(minor < 0 ? "-" : "")\(units).\(cents < 10 ? "0" : "")\(cents)"
    }

    package static func < (left: Money, right: Money) -> Bool { left.minor < right.minor }

    package static func + (left: Money, right: Money) -> Money { Money(minor: left.minor + right.minor) }

    package static func - (left: Money, right: Money) -> Money { Money(minor: left.minor - right.minor) }

    /// What `quantity` pieces at this price cost, less a discount: the one rule of a line's total.
    ///
    /// A half cent is rounded up, as `site.line_total` does in SQL.
    /// - Returns: `nil` if that is more than ``maximum``.
    package func times(_ quantity: Int, less discount: Percent = .zero) -> Money? {
        let rest = Int128(Percent.all.basisPoints - discount.basisPoints)
        let (parts, overflows) = (Int128(minor) * Int128(quantity)).multipliedReportingOverflow(by: rest)
        guard !overflows else { return nil }
        let sum = (parts + 5_000) / 10_000
        return sum.magnitude > Self.maximum.minor.magnitude ? nil : Money(minor: Int64(sum))
    }
}

extension Money {
    /// Reads an amount as people and programs write it: `12`, `12.5`, `12,50`, `1 200.00`.
    ///
    /// Blanks (also no-break ones) may stand between groups of digits; a comma or a point parts the decimals.
    /// - Returns: `nil` for anything else, for more than two decimals, and beyond ``maximum``.
    package init?(_ text: some StringProtocol) {
        var digits: Int64 = 0
        var decimals: Int?
        var count = 0
        var isNegative = false
        var followsDigit = false
        for (position, scalar) in text.unicodeScalars.enumerated() {
            defer { followsDigit = ("0"..."9").contains(scalar) }
            switch scalar {
            case "-" where position == 0: isNegative = true
            case " ", "\u{A0}", "\u{202F}": if decimals != nil || !followsDigit { return nil }
            case ".", ",":
                if decimals != nil || !followsDigit { return nil }
                decimals = 0
            case "0"..."9":
                if decimals == 2 || count >= 16 { return nil }
                digits = digits * 10 + Int64(scalar.value - 48)
                count += 1
                decimals = decimals.map { $0 + 1 }
            default: return nil
            }
        }
        guard followsDigit else { return nil }
        for _ in (decimals ?? 0)..<2 { digits *= 10 }
        guard digits <= Self.maximum.minor else { return nil }
        self.init(minor: isNegative ? -digits : digits)
    }

    /// Reads a price: an amount from zero to ``maximum``; blanks around it are dropped.
    package static func price(_ text: String, field: String = "price") throws(Violation) -> Money {
        guard let money = Money(Text.trim(text)) else {
            throw Violation(field, "format", "A price is a number with at most two decimals, such as 12.50.")
        }
        return try price(money, field: field)
    }

    /// Checks that `money` is a price: from zero to ``maximum``.
    package static func price(_ money: Money, field: String = "price") throws(Violation) -> Money {
        guard money >= .zero, money <= maximum else {
            throw Violation(field, "range", "A price is between 0.00 and \(maximum).")
        }
        return money
    }
}
