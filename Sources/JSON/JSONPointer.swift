/// A JSON pointer (RFC 6901): the way from the root of a document to one value.
public struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
    /// One step of the way.
    public enum Token: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    /// The steps from the root; none names the whole document.
    public private(set) var tokens: [Token]

    /// The whole document.
    public static let root = JSONPointer([])

    /// A pointer of these steps.
    public init(_ tokens: [Token]) { self.tokens = tokens }

    /// The pointer to a member of the value that this one names.
    public func appending(_ name: String) -> JSONPointer { JSONPointer(tokens + [.name(name)]) }

    /// The pointer to an element of the value that this one names.
    public func appending(_ index: Int) -> JSONPointer { JSONPointer(tokens + [.index(index)]) }

    /// The text form, with `~` written `~0` and `/` written `~1`: `/items/0/quantity`.
    public var description: String {
        var text = ""
        for token in tokens {
            text.append("/")
            switch token {
            case .index(let index): text.append(String(index))
            case .name(let name): text.append(contentsOf: Self.escaped(name))
            }
        }
        return text
    }

    private static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        return name.reduce(into: "") { text, character in
            switch character {
            case "~": text.append("~0")
            case "/": text.append("~1")
            default: text.append(character)
            }
        }
    }
}
