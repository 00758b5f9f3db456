package import Domain

/// What is typed to change a line: `3` pieces, `%5` off, `3%5` both.
package struct LineEdit: Hashable, Sendable {
    /// The new number of pieces; `nil` leaves it.
    package let quantity: Int?
    /// The new discount; `nil` leaves it.
    package let discount: Percent?

    package init(quantity: Int? = nil, discount: Percent? = nil) {
        (self.quantity, self.discount) = (quantity, discount)
    }

    /// Reads `text`.
    /// - Throws: ``Violation`` in words for the operator.
    package init(_ text: String) throws(Violation) {
        let sign = text.firstIndex(of: "%")
        let pieces = Text.trim(String(text[..<(sign ?? text.endIndex)]))
        discount = try sign.map { sign throws(Violation) in
            try Percent.discount(Text.trim(String(text[sign...].dropFirst())))
        }
        quantity = pieces.isEmpty && discount != nil ? nil : try Quantity.read(pieces)
    }

    /// The text that sets a line to what it is: `3`, with a discount `3%5`.
    init(of line: DraftLine) { self.init(quantity: line.quantity, discount: line.discount) }

    /// As it is typed.
    var text: String {
        let off = discount.flatMap { $0 == .zero ? nil : "%\($0.shortText)" } ?? ""
        return "\(quantity.map(String.init) ?? "")\(off)"
    }

    func applied(to line: DraftLine) -> DraftLine {
        var line = line
        (line.quantity, line.discount) = (quantity ?? line.quantity, discount ?? line.discount)
        return line
    }
}
