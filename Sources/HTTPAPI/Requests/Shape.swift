package import JSON

/// What a JSON object looks like.
///
/// A member that is not listed is refused, unless the shape is open, so that nothing is ignored silently and nobody
/// sets what is not theirs to set.
package struct Shape: Hashable, Sendable {
    /// The name of the shape in documents.
    package let name: String
    package let fields: [Field]
    /// Whether other members are passed over, as a specification of others wants it.
    package let isOpen: Bool

    package init(_ name: String, _ fields: [Field], isOpen: Bool = false) {
        (self.name, self.fields, self.isOpen) = (name, fields, isOpen)
    }

    /// The same shape as a merge patch: every member may be missing.
    func patch(_ name: String, without excluded: Set<String> = []) -> Shape {
        Shape(name, fields.filter { !excluded.contains($0.name) }.map(\.patched))
    }

    /// The same shape where a request may choose the members: each may be missing.
    var selection: Shape { Shape("\(name)Selection", fields.map(\.selectable)) }

    /// An object of this shape, made of the examples of its members.
    package var example: JSONValue {
        .object(JSONObject(fields.compactMap { field in field.sample.map { (field.name, $0) } }))
    }

    /// Everything that is wrong with a value, members in their order, missing ones last; `place` is worked out for a
    /// fault only.
    package func faults(in value: JSONValue, at place: @autoclosure () -> JSONPointer) -> [Fault] {
        guard case .object(let object) = value else {
            return [Fault(place(), "type", "Expected an object, not \(value.kind).")]
        }
        let present = object.members.flatMap { member -> [Fault] in
            guard let field = fields.first(where: { $0.name == member.name }) else {
                return isOpen ? [] : [Fault(place().appending(member.name), "unknown", "There is no such member.")]
            }
            return field.faults(in: member.value, at: place().appending(member.name))
        }
        let missing = fields.filter { $0.isRequired && object[$0.name] == nil }
        return present + missing.map { Fault(place().appending($0.name), "required", "The member is needed.") }
    }
}

extension Field {
    /// The example of the member: its own, or one made of its kind where the member has to be there.
    fileprivate var sample: JSONValue? {
        if let example { return example }
        switch kind {
        case .object, .array(.object, _): return kind.sample
        default: return isRequired ? kind.sample : nil
        }
    }
}

extension Field.Kind {
    /// Some value of the kind.
    fileprivate var sample: JSONValue {
        switch self {
        case .string(let rule): .string(String(repeating: "a", count: max(rule.length.lowerBound, 1)))
        case .whole(let range): .number(JSONNumber(min(max(range.lowerBound, 1), range.upperBound)))
        case .money: "12.50"
        case .percent: "0.00"
        case .boolean: true
        case .moment: "2026-01-01T09:30:00.000Z"
        case .choice(let words): .string(words.first ?? "")
        case .object(let shape): shape.example
        case .members: [:]
        case .array(let kind, let count): count.upperBound == 0 ? [] : [kind.sample]
        case .anything: nil
        }
    }
}
