/// A number of goods as barcodes carry it: 8, 12, 13 or 14 digits, the last one a check (GS1 General Specifications).
///
/// The check digit is how a scan is told from a telephone number that was typed into the same field.
package enum GTIN {
    private static let lengths = [14, 13, 12, 8]

    /// Whether `text` is such a number.
    package static func isValid(_ text: some StringProtocol) -> Bool {
        let digits = text.utf8.map { Int($0) - 48 }
        guard lengths.contains(digits.count), digits.allSatisfy((0...9).contains) else { return false }
        // From the right, without the check digit, places weigh 3 and 1 in turn.
        let weighed = digits.dropLast().reversed().enumerated().map { $1 * ($0.isMultiple(of: 2) ? 3 : 1) }
        let sum = weighed.reduce(0, +)
        return (sum + (digits.last ?? 0)).isMultiple(of: 10)
    }

    /// A number at the end of a text, and what stood there before it was scanned; `nil` where the text has none.
    package static func split(_ text: String) -> (before: String, number: String)? {
        for length in lengths where text.count >= length {
            let (before, number) = (text.dropLast(length), text.suffix(length))
            if isValid(number), before.last.map({ !$0.isNumber }) ?? true { return (String(before), String(number)) }
        }
        return nil
    }
}
