/// The values from `lower` to `upper`, both included; `nil` is open.
package struct FilterRange<Bound: FilterBound>: Hashable, Sendable {
    package let lower: Bound?
    package let upper: Bound?

    package init(_ lower: Bound?, _ upper: Bound?) { (self.lower, self.upper) = (lower, upper) }

    /// Reads `5`, `>5`, `>=5`, `<5`, `<=5`, `=5`, `5..`, `..5` and `5..9`.
    ///
    /// `read` gives what one value stands for: a month is all of its days.
    init?(_ text: String, _ read: (String) -> FilterRange?) {
        if let (sign, rest) = Self.sign(of: text) {
            guard let value = read(rest), let lower = value.lower, let upper = value.upper else { return nil }
            switch sign {
            case ">": self.init(upper.next, nil)
            case ">=": self.init(lower, nil)
            case "<": self.init(nil, lower.previous)
            case "<=": self.init(nil, upper)
            default: self.init(lower, upper)
            }
            return
        }
        guard let dots = text.firstRange(of: "..") else {
            guard let value = read(text) else { return nil }
            self = value
            return
        }
        let (before, behind) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        let (first, last) = (read(before), read(behind))
        guard first != nil || before.isEmpty, last != nil || behind.isEmpty, first != nil || last != nil else {
            return nil
        }
        self.init(first?.lower, last?.upper)
        if let lower, let upper, lower > upper { return nil }
    }

    private static func sign(of text: String) -> (String, String)? {
        for sign in [">=", "<=", ">", "<", "="] where text.hasPrefix(sign) {
            return (sign, String(text.dropFirst(sign.count)))
        }
        return nil
    }

    /// The range as it is typed, each bound written by `write`.
    func text(_ write: (Bound) -> String) -> String {
        if let lower, lower == upper { return write(lower) }
        return "\(lower.map(write) ?? "")..\(upper.map(write) ?? "")"
    }
}
