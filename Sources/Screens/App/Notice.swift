package import Wording

/// What the message line shows.
package struct Notice: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case info, done
        /// Stays until the next key, and rings.
        case error
    }

    package let kind: Kind
    package let text: Phrase

    package init(_ kind: Kind, _ text: Phrase) { (self.kind, self.text) = (kind, text) }

    static func info(_ text: Phrase) -> Notice { Notice(.info, text) }
    static func done(_ text: Phrase) -> Notice { Notice(.done, text) }
    static func error(_ text: Phrase) -> Notice { Notice(.error, text) }
}
