package import Domain
import Wording

/// What somebody typed into the line field of an order, understood.
///
/// The grammar is one field without modes: `code`, `2*code` and `2 code` add; `*5` sets the last line's quantity;
/// `-` removes the last line; `#words` sets the order's note. A `code` may also be part of a name.
package enum LineEntry: Hashable, Sendable {
    /// Nothing but blanks.
    case nothing
    /// Pieces of the product that the words mean.
    case add(quantity: Int, words: String)
    case setLast(quantity: Int)
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
        } else if let star = text.firstIndex(of: "*") {
            self = try Self.starred(before: Text.trim(String(text[..<star])), after: String(text[star...].dropFirst()))
        } else {
            self = try Self.spaced(text)
        }
    }

    /// The words to look up while they are being typed, `nil` where there are none.
    package static func words(in text: String) -> String? {
        guard let entry = try? LineEntry(text), case .add(_, let words) = entry else { return nil }
        return words
    }

    private static func starred(before: String, after: String) throws(Violation) -> LineEntry {
        let words = Text.trim(after)
        if before.isEmpty { return .setLast(quantity: try Quantity.read(words)) }
        let quantity = try Quantity.read(before)
        guard !words.isEmpty else {
            throw Violation("code", "required", "After * stands a code or a part of a name.")
        }
        return .add(quantity: quantity, words: words)
    }

    private static func spaced(_ text: String) throws(Violation) -> LineEntry {
        let head = text.prefix { !$0.isWhitespace }
        let rest = Text.trim(String(text[head.endIndex...]))
        guard !rest.isEmpty, Quantity.looksLikeNumber(head) else { return .add(quantity: 1, words: text) }
        return .add(quantity: try Quantity.read(String(head)), words: rest)
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
