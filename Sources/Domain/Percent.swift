import Wording

/// A part of a hundred from 0 to 100 with two decimals, as a whole number of basis points: 12.5 % is 1250.
///
/// Stored as `numeric(5,2)`; no floating point comes near it.
package struct Percent: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Hundredths of a percent, 0 to 10,000.
    package let basisPoints: Int

    package static let zero = Percent(unchecked: 0)
    package static let all = Percent(unchecked: 10_000)

    private init(unchecked basisPoints: Int) { self.basisPoints = basisPoints }

    /// - Returns: `nil` below 0 and above 100 %.
    package init?(basisPoints: Int) {
        guard (0...10_000).contains(basisPoints) else { return nil }
        self.init(unchecked: basisPoints)
    }

    /// Whole percents, from 0 to 100.
    package static func percent(_ whole: Int) -> Percent {
        guard let percent = Percent(basisPoints: whole * 100) else {
            preconditionFailure("There is no percentage \(whole).")
        }
        return percent
    }

    /// Reads a percentage as people and programs write it: `5`, `12.5`, `12,50`.
    /// - Returns: `nil` for anything else, for more than two decimals, and beyond 100.
    package init?(_ text: some StringProtocol) {
        let bytes = text.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
        guard bytes.first != UInt8(ascii: "-"), case .value(let value) = DecimalReading(bytes[...], scale: 2) else {
            return nil
        }
        self.init(basisPoints: Int(value))
    }

    /// The number as a plain decimal with two places: `12.50`.
    package var description: String { Money(minor: Int64(basisPoints)).description }

    /// The number with no more decimals than it needs: `5`, `12.5`.
    package var shortText: String {
        let (whole, rest) = basisPoints.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    package static func < (left: Percent, right: Percent) -> Bool { left.basisPoints < right.basisPoints }
}

extension Percent {
    /// Reads a discount.
    /// - Throws: ``Violation`` in words for people.
    package static func discount(_ text: String, field: String = "discount") throws(Violation) -> Percent {
        guard let percent = Percent(text) else {
            throw Violation(field, "range", "A discount is from 0 to 100 %, with at most two decimals.")
        }
        return percent
    }
}
