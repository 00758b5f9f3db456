/// A JSON value that loses nothing: objects keep the order of their members, numbers their source text.
///
/// Equality is of the representation: `1` and `1.0` differ, and so do two objects whose members come in another
/// order. Ask ``JSONNumber`` for the exact numeric value.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// Parses one JSON text (RFC 8259), strictly.
    /// - Throws: ``JSONError`` with the place of the first fault.
    public init(parsing bytes: [UInt8], maximumDepth: Int = JSONParser.defaultMaximumDepth) throws(JSONError) {
        self = try JSONParser.parse(bytes, maximumDepth: maximumDepth)
    }

    /// Parses one JSON text (RFC 8259), strictly.
    /// - Throws: ``JSONError`` with the place of the first fault.
    public init(parsing text: String, maximumDepth: Int = JSONParser.defaultMaximumDepth) throws(JSONError) {
        self = try JSONParser.parse(Array(text.utf8), maximumDepth: maximumDepth)
    }

    /// The value as compact UTF-8 bytes, or indented by two spaces a level.
    public func serialized(pretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty)
        writer.value(self)
        return writer.bytes
    }
}

extension JSONValue: CustomStringConvertible {
    /// The compact JSON text.
    public var description: String { String(decoding: serialized(), as: UTF8.self) }
}
