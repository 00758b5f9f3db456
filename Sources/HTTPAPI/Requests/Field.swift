import JSON

/// A member that the body of an endpoint may have.
package struct Field: Hashable, Sendable {
    /// What a member's value may be.
    package indirect enum Kind: Hashable, Sendable {
        case text
        /// A whole number of at most 64 bits.
        case integer
        /// A number, or a string that holds one; at most two decimal places.
        case money
        /// A number from 0 to 100, or a string that holds one; at most two decimal places.
        case percent
        /// One of these words.
        case choice([String])
        /// An array of objects.
        case list(Shape)
    }

    package let name: String
    package let kind: Kind
    package let isRequired: Bool
    /// Whether `null` is a value: in a merge patch it clears the member (RFC 7396).
    package let isNullable: Bool
    /// What the member means, in a sentence.
    package let summary: String

    /// A member that has to be there.
    package static func required(_ name: String, _ kind: Kind, _ summary: String) -> Field {
        Field(name: name, kind: kind, isRequired: true, isNullable: false, summary: summary)
    }

    /// A member that may be missing; `null` counts as missing.
    package static func optional(_ name: String, _ kind: Kind, _ summary: String) -> Field {
        Field(name: name, kind: kind, isRequired: false, isNullable: true, summary: summary)
    }

    /// The same member in a merge patch: it may be missing, and it may be null only if it is optional.
    var patched: Field {
        Field(name: name, kind: kind, isRequired: false, isNullable: isNullable, summary: summary)
    }

    /// Everything that is wrong with a value.
    func faults(in value: JSONValue, at place: JSONPointer) -> [Fault] {
        if value.isNull { return isNullable ? [] : [Fault(place, "type", "Null is no value here.")] }
        switch (kind, value) {
        case (.text, .string): return []
        case (.text, _): return [expected("a string", value, place)]
        case (.integer, .number(let number)):
            return number.intValue == nil ? [Fault(place, "range", "Expected a whole number of at most 64 bits.")] : []
        case (.integer, _): return [expected("a whole number", value, place)]
        case (.money, .number), (.money, .string):
            let isAmount = BodyObject.money(value) != nil
            return isAmount
                ? [] : [Fault(place, "format", "Expected an amount with at most two decimals, such as \"12.50\".")]
        case (.money, _): return [expected("an amount such as \"12.50\"", value, place)]
        case (.percent, .number), (.percent, .string):
            let isPercent = BodyObject.percent(value) != nil
            return isPercent
                ? [] : [Fault(place, "range", "Expected 0 to 100 with at most two decimals, such as \"12.50\".")]
        case (.percent, _): return [expected("a percentage such as \"12.50\"", value, place)]
        case (.choice(let words), .string(let word)):
            return words.contains(word) ? [] : [Fault(place, "choice", "Expected \(words.joined(separator: ", ")).")]
        case (.choice, _): return [expected("a string", value, place)]
        case (.list(let shape), .array(let elements)):
            return elements.enumerated().flatMap { shape.faults(in: $0.element, at: place.appending($0.offset)) }
        case (.list, _): return [expected("an array", value, place)]
        }
    }

    private func expected(_ what: String, _ value: JSONValue, _ place: JSONPointer) -> Fault {
        Fault(place, "type", "Expected \(what), not \(value.kind).")
    }
}
