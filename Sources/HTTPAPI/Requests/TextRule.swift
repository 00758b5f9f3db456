/// What a text has to be like.
package struct TextRule: Hashable, Sendable {
    /// Characters (Unicode scalars) that it has at least and at most.
    package var length: ClosedRange<Int>
    /// A regular expression (ECMA-262) that it matches, for the documents; the domain holds texts to the same.
    package var pattern: String?

    package init(_ length: ClosedRange<Int>, pattern: String? = nil) { (self.length, self.pattern) = (length, pattern) }

    /// What is wrong with the length of a text, or nil.
    func fault(in text: String, at place: @autoclosure () -> Fault.Place) -> Fault? {
        let count = text.unicodeScalars.count
        if count > length.upperBound { return Fault(place(), "too-long", "At most \(length.upperBound) characters.") }
        if count >= length.lowerBound { return nil }
        return length.lowerBound == 1
            ? Fault(place(), "required", "It can't be empty.")
            : Fault(place(), "too-short", "At least \(length.lowerBound) characters.")
    }
}

extension TextRule {
    /// One line with something to see in it; the domain drops blanks around it.
    static func line(_ length: ClosedRange<Int>) -> TextRule { TextRule(length, pattern: TextPattern.line) }
    static let note = TextRule(0...2000, pattern: TextPattern.note)
}

/// The patterns of the domain's texts, which match what it takes and nothing else; blanks at the ends it drops.
enum TextPattern {
    /// White space and control characters by their numbers: regular expressions don't agree on what `\s` is.
    private static let spaces = #"\u1680\u2000\u2001\u2002-\u200a\u2028\u2029\u202f\u205f\u3000"#
    private static let blanks = #"[\u0009-\u000d\u0020\u0085\u00a0\#(spaces)]*"#
    private static let controls = #"\u0000-\u001f\u007f-\u009f"#
    private static let unseen = #"\u0000-\u0020\u007f-\u00a0\#(spaces)"#

    static let line = "^\(blanks)[^\(unseen)]([^\(controls)]*[^\(unseen)])?\(blanks)$"
    static let note = #"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$"#
    static let sku = "^\(blanks)[^\(unseen)*,]+\(blanks)$"
    static let barcode = "^\(blanks)[A-Za-z0-9-]{4,48}\(blanks)$"
    // Nothing between the quotes is an address or a number that there is none of.
    static let email = "^\(blanks)([^\(unseen)@]{1,64}@[^\(unseen)@.]+([.][^\(unseen)@.]+)*)?\(blanks)$"
    static let phone = #"^\#(blanks)(([ +().\u00a0/-]*[0-9]){3,20}[ +().\u00a0/-]*)?\#(blanks)$"#
    static let money = #"^(0|[1-9][0-9]{0,11})(\.[0-9]{1,2})?$"#
    static let amount = #"^-?(0|[1-9][0-9]{0,11})\.[0-9]{2}$"#
    static let percent = #"^(100(\.00?)?|[1-9]?[0-9](\.[0-9]{1,2})?)$"#
    static let tags = #"^(W/)?"[!#-~]+"(, (W/)?"[!#-~]+")*$"#
    static let idempotencyKey = #"^[!#-\[\]-~]+$"#
}
