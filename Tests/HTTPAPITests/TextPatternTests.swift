import Domain
import TestSupport
import Testing
import Wording

@testable import HTTPAPI

@Suite struct TextPatternTests {
    /// A pattern of the documents, and what the domain says of a text.
    struct Rule: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let pattern: String
        let take: @Sendable (String) throws -> Void

        init(_ name: String, _ pattern: String, _ take: @escaping @Sendable (String) throws -> Void) {
            (testDescription, self.pattern, self.take) = (name, pattern, take)
        }

        func takes(_ text: String) -> Bool {
            do {
                try take(text)
                return true
            } catch {
                return false
            }
        }
    }

    private static let rules = [
        Rule("line", TextPattern.line) { _ = try Text.name($0, field: "name") },
        Rule("email", TextPattern.email) { _ = try Text.email($0) },
        Rule("phone", TextPattern.phone) { _ = try Text.phone($0) },
        Rule("sku", TextPattern.sku) { _ = try Text.sku($0) },
        Rule("barcode", TextPattern.barcode) {
            // Without one the member is left out or null, and not an empty text.
            if try Text.barcode($0) == nil { throw Violation("barcode", "required", "") }
        },
    ]

    private static let alphabet = Array(
        "aaїZ11234@@..+-()*,/_ \u{9}\u{A}\u{A0}\u{85}\u{2009}\u{FEFF}\u{1}\u{1C}\u{7F}\u{9F}\u{301}😀".unicodeScalars)

    @Test("A pattern of the documents matches what the domain takes, and nothing else", arguments: rules)
    func agreement(_ rule: Rule) throws {
        let pattern = try Regex(rule.pattern).matchingSemantics(.unicodeScalar)
        var dice = SeededRandom(seed: 29)
        var taken = 0
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...9, using: &dice) {
                // Digits and letters more often, or hardly anything would be taken.
                let plain = Bool.random(using: &dice)
                let signs = plain ? Self.alphabet.prefix(12) : Self.alphabet[...]
                text.unicodeScalars.append(try #require(signs.randomElement(using: &dice)))
            }
            let takes = rule.takes(text)
            taken += takes ? 1 : 0
            #expect(takes == (try pattern.wholeMatch(in: text) != nil), "\(text.debugDescription)")
        }
        #expect((200...19_800).contains(taken), "\(taken)")
    }
}
