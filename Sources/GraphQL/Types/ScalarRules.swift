import JSON

/// How the values of a scalar are read from requests and written to responses.
///
/// Each rule gives nil for a value that the scalar does not have.
package struct ScalarRules: Sendable {
    /// A value as the document writes it, free of variables.
    let literal: @Sendable (Literal) -> JSONValue?
    /// A value of a variable.
    let input: @Sendable (JSONValue) -> JSONValue?
    /// A value on its way out.
    let output: @Sendable (JSONValue) -> JSONValue?
    /// What the values are called in messages.
    let expectation: String

    /// A custom scalar without rules of its own takes every value.
    static let unchecked = ScalarRules(literal: { $0.json }, input: { $0 }, output: { $0 }, expectation: "any value")

    /// The scalars of the language (section 3.5).
    static let builtIn: [String: ScalarRules] = [
        "Int": ScalarRules(
            literal: { if case .int(let digits) = $0.kind { int(JSONNumber(digits)) } else { nil } },
            input: { int($0.numberValue) }, output: intOutput, expectation: "a 32-bit signed integer"),
        "Float": ScalarRules(
            literal: {
                switch $0.kind {
                case .int(let digits), .float(let digits): float(JSONNumber(digits))
                default: nil
                }
            },
            input: { float($0.numberValue) }, output: floatOutput, expectation: "a finite number"),
        "String": ScalarRules(
            literal: { if case .string(let text, _) = $0.kind { .string(text) } else { nil } },
            input: { $0.stringValue.map { .string($0) } }, output: textOutput, expectation: "a string"),
        "Boolean": ScalarRules(
            literal: { if case .boolean(let value) = $0.kind { .bool(value) } else { nil } },
            input: { $0.boolValue.map { .bool($0) } }, output: booleanOutput, expectation: "true or false"),
        "ID": ScalarRules(
            literal: {
                switch $0.kind {
                case .string(let text, _), .int(let text): .string(text)
                default: nil
                }
            },
            input: identifier, output: identifier, expectation: "a string or an integer"),
    ]

    private static func int(_ number: JSONNumber?) -> JSONValue? {
        guard let value = number?.intValue, Int32(exactly: value) != nil else { return nil }
        return .number(JSONNumber(value))
    }

    private static func float(_ number: JSONNumber?) -> JSONValue? {
        guard let number, let value = Double(number.text), value.isFinite else { return nil }
        return .number(number)
    }

    private static func intOutput(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .bool(let value): .number(JSONNumber(value ? 1 : 0))
        case .number(let number): int(number)
        case .string(let text): int(JSONNumber(text))
        default: nil
        }
    }

    private static func floatOutput(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .bool(let value): .number(JSONNumber(value ? 1 : 0))
        case .number(let number): float(number)
        case .string(let text): float(JSONNumber(text))
        default: nil
        }
    }

    private static func textOutput(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .string: value
        case .bool(let value): .string(value ? "true" : "false")
        case .number(let number): .string(number.text)
        default: nil
        }
    }

    private static func booleanOutput(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .bool: value
        case .number(let number): .bool(Double(number.text) != 0)
        default: nil
        }
    }

    private static func identifier(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .string: value
        case .number(let number): number.intValue.map { .string(String($0)) }
        default: nil
        }
    }
}

extension Literal {
    /// The value as JSON, for scalars that take any; nil where a variable is in it.
    var json: JSONValue? {
        switch kind {
        case .variable: return nil
        case .int(let digits), .float(let digits): return JSONNumber(digits).map { .number($0) }
        case .string(let text, _), .enumeration(let text): return .string(text)
        case .boolean(let value): return .bool(value)
        case .null: return .null
        case .list(let elements):
            let values = elements.compactMap(\.json)
            return values.count == elements.count ? .array(values) : nil
        case .object(let fields):
            var members: [(String, JSONValue)] = []
            var places: [String: Int] = [:]
            for field in fields {
                guard let value = field.value.json else { return nil }
                // Of two fields with one name, which is an error of its own, the last one counts.
                if let place = places[field.name.text] {
                    members[place].1 = value
                } else {
                    places[field.name.text] = members.count
                    members.append((field.name.text, value))
                }
            }
            return .object(JSONObject(members))
        }
    }
}
