/// A statement and its parameters.
///
/// `"… WHERE id = \(id)"` sends `… WHERE id = $1` and the value beside it: a value never reaches the text. A
/// fragment that is itself `SQL` is spliced in, its placeholders renumbered:
///
/// ```swift
/// let paid: SQL = "status = \("paid")"
/// let page: SQL = "SELECT id FROM site.s_order WHERE user_id = \(user) AND \(paid) LIMIT \(50)"
/// // SELECT id FROM site.s_order WHERE user_id = $1 AND status = $2 LIMIT $3
/// ```
///
/// A literal inside the parentheses is a value, not a fragment: annotate fragments with their type. The literal text
/// is kept as it is written, line breaks included, so equal literals give equal texts; PostgreSQL parses each text
/// once a connection (see ``PostgresConnection``).
public struct SQL: Hashable, Sendable {
    /// The statement as PostgreSQL sees it.
    public private(set) var text: String
    /// The parameters in PostgreSQL's text format, in the order of their numbers; `nil` is NULL.
    public private(set) var parameters: [String?]
    /// Where in `text`, counted in UTF-8 code units, the placeholder of each parameter starts.
    private var placeholders: [Int]

    /// An empty fragment.
    public init() { (text, parameters, placeholders) = ("", [], []) }

    init(literalCapacity: Int, parameterCapacity: Int) {
        self.init()
        // A placeholder takes two or three bytes.
        text.reserveCapacity(literalCapacity + 3 * parameterCapacity)
        parameters.reserveCapacity(parameterCapacity)
        placeholders.reserveCapacity(parameterCapacity)
    }

    mutating func append(literal: String) { text += literal }

    mutating func append(parameter: String?) {
        placeholders.append(text.utf8.count)
        parameters.append(parameter)
        text += "$"
        text += String(parameters.count)
    }

    mutating func append(_ fragment: SQL) {
        guard !fragment.parameters.isEmpty else {
            text += fragment.text
            return
        }
        var rest = fragment.text.utf8[...]
        var position = 0
        for (number, (start, value)) in zip(fragment.placeholders, fragment.parameters).enumerated() {
            text += String(Substring(rest.prefix(start - position)))
            append(parameter: value)
            let width = 1 + String(number + 1).utf8.count
            rest = rest.dropFirst(start - position + width)
            position = start + width
        }
        text += String(Substring(rest))
    }

    /// Same text and same parameters.
    public static func == (left: SQL, right: SQL) -> Bool {
        left.text == right.text && left.parameters == right.parameters
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(parameters)
    }
}

extension Sequence where Element == SQL {
    /// The fragments one after the other with `separator` between them: `conditions.joined(" AND ")`.
    public func joined(_ separator: SQL) -> SQL {
        var joined = SQL()
        for (index, fragment) in enumerated() {
            if index > 0 { joined.append(separator) }
            joined.append(fragment)
        }
        return joined
    }

    /// As ``joined(_:)``.
    public func joined(separator: SQL) -> SQL { joined(separator) }
}
