import JSON

extension Parameter.Kind {
    /// Whether the values are parted by commas.
    var isList: Bool {
        switch self {
        case .choices, .list, .sort: true
        default: false
        }
    }

    /// The JSON Schema of a value.
    var schema: JSONValue {
        switch self {
        case .text(let rule): OpenAPISchemas.text(rule)
        case .integer(let range): OpenAPISchemas.whole(range)
        case .money: OpenAPISchemas.pattern(#"^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,2})?$"#)
        case .percent: OpenAPISchemas.pattern(TextPattern.percent)
        case .moment:
            ["anyOf": [["type": "string", "format": "date-time"], ["type": "string", "format": "date"]]]
        case .boolean: ["type": "boolean"]
        case .choice(let words): Self.choice(words)
        case .choices(let words): Self.array(of: Self.choice(words), maximum: words.count)
        case .list(.text(let rule)):
            Self.array(of: OpenAPISchemas.text(TextRule(rule.length, pattern: "^[^,\\u0000]*$")), maximum: maximum)
        case .list(let kind): Self.array(of: kind.schema, maximum: maximum)
        case .sort(let columns): Self.array(of: Self.choice(columns.flatMap { [$0, "-\($0)"] }), maximum: 2)
        case .tags: ["anyOf": [Self.choice(["*"]), OpenAPISchemas.pattern(TextPattern.tags)]]
        case .header: ["type": "string"]
        case .cursor: OpenAPISchemas.pattern("^[A-Za-z0-9_-]{24,2000}$")
        }
    }

    private var maximum: Int { Parameter.maximumWords }

    private static func choice(_ words: [String]) -> JSONValue {
        ["type": "string", "enum": .array(words.map { .string($0) })]
    }

    private static func array(of items: JSONValue, maximum: Int) -> JSONValue {
        ["type": "array", "items": items, "minItems": 1, "maxItems": .number(JSONNumber(maximum))]
    }
}
