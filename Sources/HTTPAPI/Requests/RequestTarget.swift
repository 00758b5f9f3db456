/// The path and the query of a request line, still escaped.
struct RequestTarget: Equatable {
    /// The segments between the slashes, still escaped; `/users/7` has two.
    let segments: [Substring]
    /// What follows the question mark, or empty.
    let query: Substring
    /// Whether this is the `*` of `OPTIONS *`.
    let isAsterisk: Bool

    private static let slash = UInt8(ascii: "/")
    private static let mark = UInt8(ascii: "?")

    /// Reads the origin form (`/users?limit=2`) and the absolute form (`http://host/users`) of RFC 9112 section 3.2.
    init(_ text: String) {
        isAsterisk = text == "*"
        var rest = text[...]
        // Byte by byte: what stands behind a slash may not join it to one character.
        if rest.utf8.first != Self.slash, let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
            rest = rest.utf8.firstIndex { $0 == Self.slash || $0 == Self.mark }.map { rest[$0...] } ?? ""
        }
        let mark = rest.utf8.firstIndex(of: Self.mark) ?? rest.endIndex
        segments = rest[..<mark].utf8.split(separator: Self.slash, omittingEmptySubsequences: false).dropFirst()
            .map { Substring($0) }
        query = mark < rest.endIndex ? rest[rest.utf8.index(after: mark)...] : ""
    }
}
