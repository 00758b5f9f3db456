import JSON

/// What an argument is where it is not given, as a literal: `10`, `"text"`, `true`, `["a"]`; the value of an
/// enumeration as its name.
public struct DefaultValue: Sendable {
    let json: JSONValue
}

extension DefaultValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A whole number.
    public init(integerLiteral value: Int) { json = .number(JSONNumber(value)) }

    /// A number.
    public init(floatLiteral value: Double) { json = JSONNumber("\(value)").map { .number($0) } ?? .null }

    /// A text, or the name of an enumeration's value.
    public init(stringLiteral value: String) { json = .string(value) }

    /// A truth value.
    public init(booleanLiteral value: Bool) { json = .bool(value) }

    /// A list.
    public init(arrayLiteral elements: DefaultValue...) { json = .array(elements.map(\.json)) }

    /// An input object.
    public init(dictionaryLiteral elements: (String, DefaultValue)...) {
        json = .object(JSONObject(elements.map { ($0.0, $0.1.json) }))
    }
}
