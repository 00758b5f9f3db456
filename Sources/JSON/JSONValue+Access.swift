extension JSONValue {
    /// True for `null` alone; a missing member is no value at all.
    public var isNull: Bool { self == .null }

    /// The Boolean, or nil for any other kind.
    public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The text, or nil for any other kind.
    public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

    /// The number, or nil for any other kind.
    public var numberValue: JSONNumber? { if case .number(let value) = self { value } else { nil } }

    /// The exact whole number, or nil for any other kind, a fraction, or a number beyond 64 bits.
    public var intValue: Int64? { numberValue?.intValue }

    /// The elements, or nil for any other kind.
    public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

    /// The members, or nil for any other kind.
    public var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The word for the kind, for messages: `null`, `boolean`, `number`, `string`, `array`, `object`.
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// The member of that name, or nil where this is no object or has no such member.
    public subscript(name: String) -> JSONValue? { objectValue?[name] }

    /// The element at that place, or nil where this is no array or is shorter.
    public subscript(index: Int) -> JSONValue? {
        guard let elements = arrayValue, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The value that the pointer names (RFC 6901), or nil where the way ends before.
    public func value(at pointer: JSONPointer) -> JSONValue? {
        var current = self
        for token in pointer.tokens {
            let next =
                switch token {
                case .name(let name): current[name]
                case .index(let index): current[index]
                }
            guard let next else { return nil }
            current = next
        }
        return current
    }
}
