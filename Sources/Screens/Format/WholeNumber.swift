/// A whole number as people write it: `12`, `+12`, `-3`, `1 200`.
struct WholeNumber: Hashable, Sendable {
    let value: Int

    /// - Returns: `nil` for anything else, and beyond twelve digits.
    init?(_ text: String) {
        let digits = String(text.unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" })
        guard digits.utf8.count <= 13, let value = Int(digits) else { return nil }
        self.value = value
    }
}
