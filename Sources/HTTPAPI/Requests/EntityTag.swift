import JSON

/// A name for one state of a row or page (RFC 9110 section 8.8.3).
struct EntityTag: Hashable, Sendable, CustomStringConvertible {
    let isWeak: Bool
    let value: String

    init(_ value: String, isWeak: Bool = false) { (self.value, self.isWeak) = (value, isWeak) }

    /// Reads a tag as a header has it; nil for anything else.
    init?(parsing text: String) {
        let isWeak = text.hasPrefix("W/")
        let quoted = isWeak ? text.dropFirst(2) : text[...]
        guard quoted.count >= 2, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else { return nil }
        let value = quoted.dropFirst().dropLast()
        let isPlain = value.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x7F }
        guard isPlain else { return nil }
        self.init(String(value), isWeak: isWeak)
    }

    var description: String { "\(isWeak ? "W/" : "")\"\(value)\"" }
}

/// The tags of `If-Match` or `If-None-Match`: a list, or any there may be.
enum EntityTagList: Hashable, Sendable {
    case any
    case tags([EntityTag])

    /// Reads a header; nil for what is no such list.
    init?(_ text: String) {
        if text.trimmingBlanks() == "*" {
            self = .any
            return
        }
        let parts = Self.parts(text).map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
        let tags = parts.compactMap(EntityTag.init(parsing:))
        guard !tags.isEmpty, tags.count == parts.count else { return nil }
        self = .tags(tags)
    }

    /// What stands between the commas; one within quotes is part of a tag.
    private static func parts(_ text: String) -> [Substring] {
        var isQuoted = false
        return text.split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == "," && !isQuoted
        }
    }

    /// Whether a tag is among them; a strong comparison takes no weak ones.
    func contains(_ tag: EntityTag, strongly isStrong: Bool) -> Bool {
        switch self {
        case .any: true
        case .tags(let tags): tags.contains { $0.value == tag.value && !(isStrong && ($0.isWeak || tag.isWeak)) }
        }
    }
}

extension Parameter {
    private static let tags = Kind.tags

    static let ifMatch = Parameter(
        "If-Match", tags, "The change is made only if the row is in one of these states.", example: "\"user17-2\"")
    static let ifNoneMatch = Parameter(
        "If-None-Match", tags, "The answer is 304 if the state is still one of these.", example: "\"user17-2\"")
}
