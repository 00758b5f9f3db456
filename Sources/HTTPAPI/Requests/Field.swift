package import JSON

/// A member of a JSON object: of the body of a request, or of an answer.
package struct Field: Hashable, Sendable {
    /// What a member's value may be.
    package indirect enum Kind: Hashable, Sendable {
        case string(TextRule)
        /// A whole number.
        case whole(ClosedRange<Int64>)
        /// A number, or a string that holds one; at most two decimal places. Answers have strings.
        case money
        /// A number from 0 to 100, or a string that holds one; at most two decimal places. Answers have strings.
        case percent
        case boolean
        /// A time in RFC 3339.
        case moment
        /// One of these words.
        case choice([String])
        case object(Shape)
        /// An object with any members.
        case members
        case array(Kind, ClosedRange<Int>)
        /// Any JSON.
        case anything

        /// A text without rules but that of its size.
        package static let text = Kind.string(TextRule(0...1_000_000))
        /// A whole number of at most 64 bits.
        package static let integer = Kind.whole(.min ... .max)
        /// The number of a row.
        package static let id = Kind.whole(Parameter.identifiers)

        package static func list(_ shape: Shape, count: ClosedRange<Int> = 0...1000) -> Kind {
            .array(.object(shape), count)
        }
    }

    package let name: String
    package let kind: Kind
    package let isRequired: Bool
    /// Whether `null` is a value: in a merge patch it clears the member (RFC 7396).
    package let isNullable: Bool
    /// What the member means, in a sentence.
    package let summary: String
    package let example: JSONValue?

    package init(
        _ name: String, _ kind: Kind, isRequired: Bool, isNullable: Bool, _ summary: String, example: JSONValue? = nil
    ) {
        (self.name, self.kind, self.summary, self.example) = (name, kind, summary, example)
        (self.isRequired, self.isNullable) = (isRequired, isNullable)
    }

    /// A member that has to be there.
    package static func required(
        _ name: String, _ kind: Kind, _ summary: String, example: JSONValue? = nil
    ) -> Field {
        Field(name, kind, isRequired: true, isNullable: false, summary, example: example)
    }

    /// A member that may be missing; `null` counts as missing.
    package static func optional(
        _ name: String, _ kind: Kind, _ summary: String, example: JSONValue? = nil
    ) -> Field {
        Field(name, kind, isRequired: false, isNullable: true, summary, example: example)
    }

    /// A member of an answer that is always there, and may be null.
    package static func nullable(
        _ name: String, _ kind: Kind, _ summary: String, example: JSONValue? = nil
    ) -> Field {
        Field(name, kind, isRequired: true, isNullable: true, summary, example: example)
    }

    /// The same member in a merge patch: it may be missing, and it may be null only if it is optional.
    var patched: Field {
        Field(name, kind, isRequired: false, isNullable: isNullable, summary, example: example)
    }

    /// The same member, which may be missing: where an answer can be asked for without it.
    var selectable: Field { patched }

    /// Everything that is wrong with a value.
    func faults(in value: JSONValue, at place: @autoclosure () -> JSONPointer) -> [Fault] {
        if value.isNull { return isNullable ? [] : [Fault(place(), "type", "Null is no value here.")] }
        return kind.faults(in: value, at: place())
    }
}

extension Field.Kind {
    /// Everything that is wrong with a value that is not null.
    func faults(in value: JSONValue, at place: @autoclosure () -> JSONPointer) -> [Fault] {
        switch (self, value) {
        case (.string(let rule), .string(let text)):
            return rule.fault(in: text, at: .pointer(place().description)).map { [$0] } ?? []
        case (.whole(let range), .number(let number)): return Self.faults(in: number, range, at: place())
        case (.money, .number), (.money, .string):
            return BodyObject.money(value) == nil ? [Self.format("an amount", "at most two decimals", place())] : []
        case (.percent, .number), (.percent, .string):
            return BodyObject.percent(value) == nil
                ? [Fault(place(), "range", "Expected 0 to 100 with at most two decimals, such as \"12.50\".")] : []
        case (.moment, .string(let text)):
            return Parameter.moment(text) == nil
                ? [Fault(place(), "format", "Expected a time such as 2026-01-01T00:00:00Z.")] : []
        case (.choice(let words), .string(let word)):
            return words.contains(word) ? [] : [Fault(place(), "choice", "Expected \(words.joined(separator: ", ")).")]
        case (.array(let kind, let count), .array(let elements)): return faults(in: elements, kind, count, at: place())
        case (.object(let shape), .object): return shape.faults(in: value, at: place())
        case (.boolean, .bool), (.members, .object), (.anything, _): return []
        default: return [Fault(place(), "type", "Expected \(expectation), not \(value.kind).")]
        }
    }

    private static func faults(
        in number: JSONNumber, _ range: ClosedRange<Int64>, at place: @autoclosure () -> JSONPointer
    ) -> [Fault] {
        guard let whole = number.intValue else {
            return [Fault(place(), "range", "Expected a whole number of at most 64 bits.")]
        }
        if range.contains(whole) { return [] }
        return [Fault(place(), "range", "Expected a whole number from \(range.lowerBound) to \(range.upperBound).")]
    }

    private func faults(
        in elements: [JSONValue], _ kind: Field.Kind, _ count: ClosedRange<Int>,
        at place: @autoclosure () -> JSONPointer
    ) -> [Fault] {
        if elements.count > count.upperBound {
            return [Fault(place(), "too-long", "At most \(count.upperBound) elements.")]
        }
        if elements.count < count.lowerBound {
            return [Fault(place(), "required", "At least \(count.lowerBound) elements.")]
        }
        return elements.enumerated().flatMap { element in
            element.element.isNull
                ? [Fault(place().appending(element.offset), "type", "Null is no value here.")]
                : kind.faults(in: element.element, at: place().appending(element.offset))
        }
    }

    private static func format(_ what: String, _ rule: String, _ place: JSONPointer) -> Fault {
        Fault(place, "format", "Expected \(what) with \(rule), such as \"12.50\".")
    }

    /// What would be right, in a few words.
    private var expectation: String {
        switch self {
        case .string, .choice: "a string"
        case .whole: "a whole number"
        case .money: "an amount such as \"12.50\""
        case .percent: "a percentage such as \"12.50\""
        case .boolean: "true or false"
        case .moment: "a time such as \"2026-01-01T00:00:00Z\""
        case .object, .members: "an object"
        case .array: "an array"
        case .anything: "any value"
        }
    }
}
