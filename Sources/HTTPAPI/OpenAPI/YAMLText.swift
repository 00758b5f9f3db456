import JSON

/// A JSON value in YAML 1.2: blocks for objects and arrays, strings as JSON writes them.
struct YAMLText {
    private(set) var text = ""

    init(_ value: JSONValue) {
        block(value, indent: 0)
    }

    private mutating func block(_ value: JSONValue, indent: Int) {
        let margin = String(repeating: "  ", count: indent)
        switch value {
        case .object(let object):
            for member in object.members {
                text += "\(margin)\(Self.key(member.name)):"
                nested(member.value, indent: indent + 1)
            }
        case .array(let elements):
            for element in elements {
                text += "\(margin)-"
                nested(element, indent: indent + 1)
            }
        default: text += "\(margin)\(value)\n"
        }
    }

    private mutating func nested(_ value: JSONValue, indent: Int) {
        let isBlock = !(value.objectValue?.members.isEmpty ?? true) || !(value.arrayValue?.isEmpty ?? true)
        if isBlock {
            text += "\n"
            block(value, indent: indent)
        } else {
            text += " \(value)\n"
        }
    }

    /// Plain where nothing could take it for anything but a text.
    private static func key(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        }
        let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        let isSafe = isPlain && name.first != "-" && !words.contains(name.lowercased())
        return isSafe ? name : JSONValue.string(name).description
    }
}
