extension JSONWriter {
    /// Writes `null`.
    public mutating func null() { element { $0.append(contentsOf: "null".utf8) } }

    /// Writes a text, or `null` for nil.
    public mutating func value(_ text: String?) {
        guard let text else { return null() }
        element { Self.appendQuoted(text, to: &$0) }
    }

    /// Writes a whole number, or `null` for nil.
    public mutating func value(_ number: Int64?) {
        guard let number else { return null() }
        element { Self.append(number, to: &$0) }
    }

    /// Writes a whole number, or `null` for nil.
    public mutating func value(_ number: Int?) { value(number.map(Int64.init)) }

    /// Writes a Boolean, or `null` for nil.
    public mutating func value(_ boolean: Bool?) {
        guard let boolean else { return null() }
        element { $0.append(contentsOf: (boolean ? "true" : "false").utf8) }
    }

    /// Writes a whole tree.
    public mutating func value(_ tree: JSONValue) {
        switch tree {
        case .null: null()
        case .bool(let boolean): value(boolean)
        case .number(let number): element { $0.append(contentsOf: number.text.utf8) }
        case .string(let text): value(text)
        case .array(let elements): array { for element in elements { $0.value(element) } }
        case .object(let object):
            self.object { writer in
                for member in object.members {
                    writer.key(member.name)
                    writer.value(member.value)
                }
            }
        }
    }

    /// Writes a decimal fraction as a string: 1250 at scale 2 becomes `"12.50"`.
    public mutating func value(unscaled: Int64, scale: Int) {
        element {
            $0.append(UInt8(ascii: "\""))
            Self.append(unscaled: unscaled, scale: scale, to: &$0)
            $0.append(UInt8(ascii: "\""))
        }
    }

    /// Writes a string whose content the closure appends as it stands.
    ///
    /// For ASCII texts that need no escape, such as times: nothing is checked and no `String` is made.
    public mutating func verbatimString(_ content: (inout [UInt8]) -> Void) {
        element {
            $0.append(UInt8(ascii: "\""))
            content(&$0)
            $0.append(UInt8(ascii: "\""))
        }
    }
}

extension JSONWriter {
    /// Writes a member with a text, or `null` for nil.
    public mutating func field(_ name: String, _ text: String?) {
        key(name)
        value(text)
    }

    /// Writes a member with a whole number, or `null` for nil.
    public mutating func field(_ name: String, _ number: Int64?) {
        key(name)
        value(number)
    }

    /// Writes a member with a whole number, or `null` for nil.
    public mutating func field(_ name: String, _ number: Int?) {
        key(name)
        value(number)
    }

    /// Writes a member with a Boolean, or `null` for nil.
    public mutating func field(_ name: String, _ boolean: Bool?) {
        key(name)
        value(boolean)
    }

    /// Writes a member with a whole tree.
    public mutating func field(_ name: String, _ tree: JSONValue) {
        key(name)
        value(tree)
    }

    /// Writes a member with a decimal fraction as a string: 1250 at scale 2 becomes `"12.50"`.
    public mutating func field(_ name: String, unscaled: Int64, scale: Int) {
        key(name)
        value(unscaled: unscaled, scale: scale)
    }
}
