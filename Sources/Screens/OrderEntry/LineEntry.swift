package import Domain
import Wording

/// What somebody typed into the line field of an order, understood.
///
/// The grammar is one field without modes: `code`, `2*code` and `2 code` add, with `%5` behind them at a discount; `*5`
/// sets the last line's quantity, `%5` its discount, `*5%5` both; `-` removes the last line; `#words` sets the order's
/// note. A `code` may also be part of a name.
package enum LineEntry: Hashable, Sendable {
    /// Nothing but blanks.
    case nothing
    /// Pieces of the product that the words mean; without a discount, a line that is there keeps the one it has.
    case add(quantity: Int, words: String, discount: Percent = .zero)
    case setLast(LineEdit)
    case removeLast
    /// The order's note; an empty one removes it.
    case note(String)

    /// Reads `text`.
    /// - Throws: ``Violation`` in words for the operator, where the quantity is none.
    package init(_ text: String) throws(Violation) {
        let text = Text.trim(text)
        guard let first = text.unicodeScalars.first else {
            self = .nothing
            return
        }
        // "№" is what the key of "#" types on Ukrainian and Russian layouts.
        if first == "#" || first == "№" {
            self = .note(Text.trim(String(text.unicodeScalars.dropFirst())))
        } else if text == "-" || text == "−" || text == "–" {
            self = .removeLast
        } else if first == "%" {
            self = .setLast(try LineEdit(text))
        } else if first == "*" {
            self = .setLast(try LineEdit(String(text.unicodeScalars.dropFirst())))
        } else {
            let (words, discount) = try Self.discounted(text)
            self = try Self.adding(words, discount)
        }
    }

    /// The words to look up while they are being typed, `nil` where there are none.
    package static func words(in text: String) -> String? {
        // A percent sign at the end begins a discount.
        let text = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard let entry = try? LineEntry(text), case .add(_, let words, _) = entry else { return nil }
        return words
    }

    /// The discount that is being typed, `nil` where there is none.
    static func discount(in text: String) -> Percent? {
        switch try? LineEntry(text) {
        case .add(_, _, let discount)?: discount
        case .setLast(let edit)?: edit.discount
        default: nil
        }
    }

    /// Takes the discount off the end; a name may hold a percent sign as well, as in “milk 2.5% fat”.
    private static func discounted(_ text: String) throws(Violation) -> (words: String, discount: Percent) {
        guard let sign = text.lastIndex(of: "%") else { return (text, .zero) }
        let number = Text.trim(String(text[sign...].dropFirst()))
        guard !number.isEmpty, Quantity.looksLikeNumber(number[...]) else { return (text, .zero) }
        return (Text.trim(String(text[..<sign])), try Percent.discount(number))
    }

    private static func adding(_ text: String, _ discount: Percent) throws(Violation) -> LineEntry {
        guard let star = text.firstIndex(of: "*") else { return try spaced(text, discount) }
        return try starred(before: Text.trim(String(text[..<star])), after: String(text[star...].dropFirst()), discount)
    }

    private static func starred(before: String, after: String, _ discount: Percent) throws(Violation) -> LineEntry {
        let words = Text.trim(after)
        let quantity = try Quantity.read(before)
        guard !words.isEmpty else {
            throw Violation("code", "required", "After * stands a code or a part of a name.")
        }
        return .add(quantity: quantity, words: words, discount: discount)
    }

    private static func spaced(_ text: String, _ discount: Percent) throws(Violation) -> LineEntry {
        let head = text.prefix { !$0.isWhitespace }
        let rest = Text.trim(String(text[head.endIndex...]))
        guard !rest.isEmpty, Quantity.looksLikeNumber(head) else {
            return .add(quantity: 1, words: text, discount: discount)
        }
        return .add(quantity: try Quantity.read(String(head)), words: rest, discount: discount)
    }
}

/// The rules of a typed number of pieces.
package enum Quantity {
    /// Reads a whole number from 1 to 1,000,000; blanks may part its groups.
    /// - Throws: ``Violation`` in words for the operator.
    package static func read(_ text: String) throws(Violation) -> Int {
        let kept = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        let isWhole = !kept.isEmpty && kept.allSatisfy { ("0"..."9").contains($0) }
        guard isWhole else {
            let asks = looksLikeNumber(Substring(String(String.UnicodeScalarView(kept))))
            throw Violation(
                "quantity", "format",
                asks
                    ? "A quantity is a whole number: 2 or 3, not \(text)."
                    : "A quantity is a whole number from 1 to 1 000 000.")
        }
        guard let number = Int(String(String.UnicodeScalarView(kept))), PlaceOrder.quantities.contains(number) else {
            throw Violation("quantity", "range", "A quantity is from 1 to 1 000 000.")
        }
        return number
    }

    /// Whether `text` is digits, perhaps with a decimal mark among them: something meant as a number.
    static func looksLikeNumber(_ text: Substring) -> Bool {
        let isNumeric = text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "," || $0 == "." }
        return isNumeric && text.unicodeScalars.first.map { ("0"..."9").contains($0) } == true
    }
}
