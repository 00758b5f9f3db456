import Domain
package import JSON

/// A parameter of an endpoint: a part of its path, an argument of its query, or a header field.
package struct Parameter: Hashable, Sendable {
    /// What a parameter's value may be.
    package indirect enum Kind: Hashable, Sendable {
        case text(TextRule)
        case integer(ClosedRange<Int64>)
        case money
        case percent
        /// RFC 3339, or a date alone: its midnight in UTC.
        case moment
        case boolean
        /// One of these words.
        case choice([String])
        /// Some of these words, parted by commas.
        case choices([String])
        /// Up to 100 values, parted by commas.
        case list(Kind)
        /// Up to two of these columns, parted by a comma, with `-` before one for falling order.
        case sort([String])
        /// A place in a list, as the `Link` header gave it.
        case cursor
        /// `*`, or the names of states, parted by commas.
        case tags
        /// A header field with a grammar of its own, in which what is not known is passed over.
        case header

        package static func text(maximum: Int) -> Kind { .text(TextRule(0...maximum)) }
    }

    package let name: String
    package let kind: Kind
    /// What the parameter does, in a sentence.
    package let summary: String
    package let example: JSONValue?

    package init(_ name: String, _ kind: Kind, _ summary: String, example: JSONValue? = nil) {
        (self.name, self.kind, self.summary, self.example) = (name, kind, summary, example)
    }

    /// The number in a path.
    package static func id(_ summary: String, example: JSONValue = 1) -> Parameter {
        Parameter("id", .integer(identifiers), summary, example: example)
    }

    /// What is wrong with a value, or nil.
    func fault(in text: String) -> Fault? { kind.fault(in: text, at: .parameter(name)) }

    /// Numbers of rows.
    package static let identifiers: ClosedRange<Int64> = 1...largest

    /// The largest whole number that every program can hold exactly.
    static let largest: Int64 = 1 << 53 - 1
}

extension Parameter.Kind {
    /// What is wrong with a value, or nil.
    func fault(in text: String, at place: Fault.Place) -> Fault? {
        switch self {
        case .text(let rule): return rule.fault(in: text, at: place)
        case .integer(let range):
            guard let number = Parameter.integer(text) else { return Fault(place, "type", "Expected a whole number.") }
            let bounds = "Expected a whole number from \(range.lowerBound) to \(range.upperBound)."
            return range.contains(number) ? nil : Fault(place, "range", bounds)
        case .money:
            return Parameter.money(text) == nil ? Fault(place, "type", "Expected an amount such as 12.50.") : nil
        case .percent:
            return Parameter.percent(text) == nil ? Fault(place, "type", "Expected a percentage such as 12.50.") : nil
        case .moment:
            let example = "Expected a time such as 2026-01-01T00:00:00Z, or a date."
            return Parameter.moment(text) == nil ? Fault(place, "type", example) : nil
        case .boolean: return Self.fault(in: text, choices: ["true", "false"], at: place)
        case .choice(let words): return Self.fault(in: text, choices: words, at: place)
        case .choices(let words):
            let chosen = Parameter.words(text)
            if let fault = chosen.lazy.compactMap({ Self.fault(in: $0, choices: words, at: place) }).first {
                return fault
            }
            return chosen.count <= words.count ? nil : Fault(place, "too-long", "At most \(words.count) values.")
        case .list(let kind): return Self.fault(inList: text, of: kind, at: place)
        case .sort(let columns): return Self.fault(inSort: text, columns, at: place)
        case .cursor, .tags, .header: return nil
        }
    }

    private static func fault(in word: String, choices: [String], at place: Fault.Place) -> Fault? {
        choices.contains(word) ? nil : Fault(place, "choice", "Expected \(choices.joined(separator: ", ")).")
    }

    private static func fault(inList text: String, of kind: Parameter.Kind, at place: Fault.Place) -> Fault? {
        let words = Parameter.words(text)
        if words.count > Parameter.maximumWords {
            return Fault(place, "too-long", "At most \(Parameter.maximumWords) values.")
        }
        return words.lazy.compactMap { kind.fault(in: $0, at: place) }.first
    }

    private static func fault(inSort text: String, _ columns: [String], at place: Fault.Place) -> Fault? {
        let names = Parameter.words(text).map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
        if let fault = names.lazy.compactMap({ Self.fault(in: $0, choices: columns, at: place) }).first { return fault }
        return names.count <= 2
            ? nil : Fault(place, "too-long", "At most two columns; rows that are the same go by id.")
    }
}

extension Parameter {
    /// Values that stand in one list.
    static let maximumWords = 100

    /// A whole number in plain decimal, without a plus sign.
    static func integer(_ text: String) -> Int64? {
        guard let number = JSONNumber(text), text.utf8.allSatisfy({ $0 != UInt8(ascii: ".") && $0 | 0x20 != 0x65 })
        else {
            return nil
        }
        return number.intValue
    }

    /// An amount in plain decimal, with a point and at most two places.
    static func money(_ text: String) -> Money? { plainDecimal(text).flatMap { Money($0) } }

    /// A percentage in plain decimal, from 0 to 100.
    static func percent(_ text: String) -> Percent? { plainDecimal(text).flatMap { Percent($0) } }

    /// A time in RFC 3339, or the midnight in UTC that a date begins with.
    static func moment(_ text: String) -> Moment? { Moment(text) }

    private static func plainDecimal(_ text: String) -> String? {
        guard let number = JSONNumber(text), !text.utf8.contains(where: { $0 | 0x20 == 0x65 }) else { return nil }
        return number.decimalText
    }

    static func words(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}
