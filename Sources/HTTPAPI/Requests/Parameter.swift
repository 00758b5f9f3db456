import Domain
import JSON

/// A parameter that the query of an endpoint may have.
package struct Parameter: Hashable, Sendable {
    /// What a parameter's value may be.
    package enum Kind: Hashable, Sendable {
        case text(maximum: Int)
        case integer(ClosedRange<Int64>)
        case money
        /// RFC 3339, or a date alone: its midnight in UTC.
        case moment
        case boolean
        /// One of these words.
        case choice([String])
        /// Some of these words, parted by commas.
        case choices([String])
        /// One of these columns, with `-` before it for falling order.
        case sort([String])
        /// A place in a list, as the `Link` header gave it.
        case cursor
    }

    package let name: String
    package let kind: Kind
    /// What the parameter does, in a sentence.
    package let summary: String

    package init(_ name: String, _ kind: Kind, _ summary: String) {
        (self.name, self.kind, self.summary) = (name, kind, summary)
    }

    /// What is wrong with a value, or nil.
    func fault(in text: String) -> Fault? {
        switch kind {
        case .text(let maximum):
            return text.unicodeScalars.count <= maximum ? nil : fault("too-long", "At most \(maximum) characters.")
        case .integer(let range):
            guard let number = Self.integer(text) else { return fault("type", "Expected a whole number.") }
            let bounds = "Expected a whole number from \(range.lowerBound) to \(range.upperBound)."
            return range.contains(number) ? nil : fault("range", bounds)
        case .money:
            return Self.money(text) == nil ? fault("type", "Expected an amount such as 12.50.") : nil
        case .moment:
            return Moment(text) == nil ? fault("type", "Expected a time such as 2026-01-01T00:00:00Z, or a date.") : nil
        case .boolean: return fault(in: text, choices: ["true", "false"])
        case .choice(let words): return fault(in: text, choices: words)
        case .choices(let words):
            return Self.words(text).lazy.compactMap { fault(in: $0, choices: words) }.first
        case .sort(let columns):
            return fault(in: text.hasPrefix("-") ? String(text.dropFirst()) : text, choices: columns)
        case .cursor: return nil
        }
    }

    private func fault(_ code: String, _ detail: String) -> Fault { Fault(.parameter(name), code, detail) }

    private func fault(in word: String, choices: [String]) -> Fault? {
        choices.contains(word) ? nil : fault("choice", "Expected \(choices.joined(separator: ", ")).")
    }
}

extension Parameter {
    /// A whole number in plain decimal, without a plus sign.
    static func integer(_ text: String) -> Int64? {
        guard let number = JSONNumber(text), text.utf8.allSatisfy({ $0 != UInt8(ascii: ".") && $0 | 0x20 != 0x65 })
        else {
            return nil
        }
        return number.intValue
    }

    /// An amount in plain decimal, with a point and at most two places.
    static func money(_ text: String) -> Money? {
        guard let number = JSONNumber(text), !text.utf8.contains(where: { $0 | 0x20 == 0x65 }) else { return nil }
        return number.decimalText.flatMap { Money($0) }
    }

    static func words(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}
