/// A whole number as people write it: `12`, `+12`, `-3`, `1 200`.
package struct WholeNumber: Hashable, Sendable {
    package let value: Int

    /// Reads digits in any groups, with a sign before them or none; the typographic minus (`−`) counts as one.
    /// - Returns: `nil` for anything else, and beyond twelve digits.
    package init?(_ text: some StringProtocol) {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{202F}": continue
            case "\u{2212}": digits.append("-")
            default: digits.unicodeScalars.append(scalar)
            }
        }
        guard digits.utf8.count <= 13, let value = Int(digits) else { return nil }
        self.value = value
    }
}
