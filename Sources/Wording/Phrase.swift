/// A text for people before it has a language: a pattern, and what stands in its places.
///
/// A literal is a phrase, and so is an interpolation. `"Order \(id) placed"` has the pattern `Order {} placed` and one
/// argument; the pattern is the key under which a ``Language`` keeps its translation, and English as it stands.
///
/// ```swift
/// let phrase: Phrase = "Order \(17) placed, \(count: 3, "line", "lines")"
/// Language.english.text(phrase)    // Order 17 placed, 3 lines
/// ```
public struct Phrase: Hashable, Sendable, CustomStringConvertible {
    /// What stands in a place of the pattern.
    public indirect enum Argument: Hashable, Sendable {
        /// Data, the same in every language.
        case text(String)
        /// A phrase within the phrase.
        case phrase(Phrase)
        /// A number with what it counts, in the English forms for one and for more.
        case count(Int, one: String, many: String)
    }

    /// The English text with `{}` in each place of an argument.
    public let pattern: String
    /// What stands in the places, from the left.
    public let arguments: [Argument]

    /// A phrase that is data and nothing else.
    public init(verbatim text: String) {
        pattern = "{}"
        arguments = [.text(text)]
    }

    init(pattern: String, arguments: [Argument]) { (self.pattern, self.arguments) = (pattern, arguments) }

    /// Phrases one behind the other, parted by a sign that needs no translation, such as a comma.
    public static func joined(_ phrases: [Phrase], by sign: String) -> Phrase {
        Phrase(
            pattern: phrases.map { _ in "{}" }.joined(separator: sign), arguments: phrases.map { .phrase($0) })
    }

    /// The phrase in English, for logs, programs and whoever has no language of their own.
    public var english: String { Language.english.text(self) }

    /// As ``english``.
    public var description: String { english }

    /// Whether it would be drawn as nothing.
    ///
    /// It is asked while a picture is drawn: a pattern with letters of its own needs no look at what it is filled with.
    public var isEmpty: Bool { pattern.utf8.count == 2 * arguments.count && (arguments.isEmpty || english.isEmpty) }
}

extension Phrase: ExpressibleByStringInterpolation {
    /// Collects the pieces of an interpolation.
    public struct StringInterpolation: StringInterpolationProtocol {
        var pattern = ""
        var arguments: [Argument] = []

        /// Begins an interpolation.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pattern.reserveCapacity(literalCapacity + 2 * interpolationCount)
            arguments.reserveCapacity(interpolationCount)
        }

        /// A piece of the English text.
        public mutating func appendLiteral(_ literal: String) { pattern += literal }

        /// A finished value.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            add(.text(value.description))
        }

        /// A phrase within the phrase.
        public mutating func appendInterpolation(_ phrase: Phrase) { add(.phrase(phrase)) }

        /// A number with what it counts: `\(count: n, "line", "lines")`.
        public mutating func appendInterpolation(count: Int, _ one: String, _ many: String) {
            add(.count(count, one: one, many: many))
        }

        private mutating func add(_ argument: Argument) {
            pattern += "{}"
            arguments.append(argument)
        }
    }

    /// A phrase without places.
    public init(stringLiteral text: String) { self.init(pattern: text, arguments: []) }

    /// A phrase with places.
    public init(stringInterpolation: StringInterpolation) {
        self.init(pattern: stringInterpolation.pattern, arguments: stringInterpolation.arguments)
    }
}
