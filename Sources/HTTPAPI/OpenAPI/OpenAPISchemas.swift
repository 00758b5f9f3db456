import JSON

/// Turns shapes into JSON Schema (2020-12), and collects those that have a name.
struct OpenAPISchemas {
    /// Whether a schema is of what comes in, or of what goes out: amounts come in as numbers too.
    enum Direction {
        case request, answer
    }

    private var named: [(name: String, shape: Shape, schema: JSONValue)] = []

    /// The named schemas, by name.
    var components: JSONObject {
        let all = named.map { ($0.name, $0.schema) } + [("Problem", Self.problem)]
        return JSONObject(all.sorted { $0.0 < $1.0 })
    }

    /// A reference to the schema of a shape.
    mutating func reference(_ shape: Shape, _ direction: Direction) -> JSONValue {
        if let known = named.first(where: { $0.name == shape.name }) {
            precondition(known.shape == shape, "Two shapes are called \(shape.name).")
        } else {
            // The place is taken before the members are described, in case one of them leads back here.
            let place = named.count
            named.append((shape.name, shape, .null))
            named[place].schema = schema(of: shape, direction)
        }
        return ["$ref": .string("#/components/schemas/\(shape.name)")]
    }

    private mutating func schema(of shape: Shape, _ direction: Direction) -> JSONValue {
        var properties: [(String, JSONValue)] = []
        for field in shape.fields { properties.append((field.name, schema(of: field, direction))) }
        let required = shape.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        var members: [(String, JSONValue)] = [("type", "object")]
        if !required.isEmpty { members.append(("required", .array(required))) }
        members.append(("properties", .object(JSONObject(properties))))
        members.append(("additionalProperties", .bool(shape.isOpen)))
        return .object(JSONObject(members))
    }

    private mutating func schema(of field: Field, _ direction: Direction) -> JSONValue {
        let base = schema(of: field.kind, direction)
        var members = field.isNullable ? Self.nullable(base) : Self.members(base)
        members.append(("description", .string(field.summary)))
        if let example = field.example { members.append(("examples", [example])) }
        return .object(JSONObject(members))
    }

    /// The schema of a kind of value.
    mutating func schema(of kind: Field.Kind, _ direction: Direction) -> JSONValue {
        switch kind {
        case .string(let rule): Self.text(rule)
        case .whole(let range): Self.whole(range)
        case .money: direction == .answer ? Self.pattern(TextPattern.amount) : Self.decimal(TextPattern.money, nil)
        case .percent: direction == .answer ? Self.pattern(TextPattern.percent) : Self.decimal(TextPattern.percent, 100)
        case .boolean: ["type": "boolean"]
        case .moment: ["type": "string", "format": "date-time"]
        case .choice(let words): ["type": "string", "enum": .array(words.map { .string($0) })]
        case .object(let shape): reference(shape, direction)
        case .members: ["type": "object"]
        case .array(let kind, let count): array(of: kind, count, direction)
        case .anything: [:]
        }
    }

    private mutating func array(of kind: Field.Kind, _ count: ClosedRange<Int>, _ direction: Direction) -> JSONValue {
        let items = schema(of: kind, direction)
        var members: [(String, JSONValue)] = [("type", "array"), ("items", items)]
        if direction == .request {
            members += [("minItems", .number(JSONNumber(count.lowerBound)))]
            members += [("maxItems", .number(JSONNumber(count.upperBound)))]
        }
        return .object(JSONObject(members))
    }

    static func text(_ rule: TextRule) -> JSONValue {
        var members: [(String, JSONValue)] = [("type", "string")]
        if rule.length.lowerBound > 0 { members.append(("minLength", .number(JSONNumber(rule.length.lowerBound)))) }
        members.append(("maxLength", .number(JSONNumber(rule.length.upperBound))))
        // No text that the database keeps can hold U+0000.
        members.append(("pattern", .string(rule.pattern ?? "^[^\\u0000]*$")))
        return .object(JSONObject(members))
    }

    static func whole(_ range: ClosedRange<Int64>) -> JSONValue {
        if range == .min ... .max { return ["type": "integer", "format": "int64"] }
        return [
            "type": "integer", "minimum": .number(JSONNumber(range.lowerBound)),
            "maximum": .number(JSONNumber(range.upperBound)),
        ]
    }

    static func pattern(_ pattern: String) -> JSONValue { ["type": "string", "pattern": .string(pattern)] }

    /// A decimal that may be written as a string or as a number.
    private static func decimal(_ pattern: String, _ maximum: Int?) -> JSONValue {
        let hundredth = JSONNumber("0.01").map { JSONValue.number($0) } ?? .null
        return [
            "anyOf": [
                Self.pattern(pattern),
                [
                    "type": "number", "minimum": 0, "maximum": .number(JSONNumber(maximum ?? 999_999_999_999)),
                    "multipleOf": hundredth,
                ],
            ]
        ]
    }

    /// The same schema, with null for a value.
    private static func nullable(_ schema: JSONValue) -> [(String, JSONValue)] {
        let members = Self.members(schema)
        if members.isEmpty { return [] }
        guard let type = members.first(where: { $0.0 == "type" })?.1 else {
            let others = schema["anyOf"]?.arrayValue ?? [schema]
            return [("anyOf", .array(others + [["type": "null"]]))]
        }
        return members.map { name, value in
            switch name {
            case "type": (name, [type, "null"])
            case "enum": (name, .array((value.arrayValue ?? []) + [.null]))
            default: (name, value)
            }
        }
    }

    private static func members(_ schema: JSONValue) -> [(String, JSONValue)] {
        (schema.objectValue?.members ?? []).map { ($0.name, $0.value) }
    }
}
