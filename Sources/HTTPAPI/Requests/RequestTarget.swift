/// The path and the query of a request line, still escaped.
struct RequestTarget: Equatable {
    /// The segments between the slashes, still escaped; `/users/7` has two.
    let segments: [Substring]
    /// What follows the question mark, or empty.
    let query: Substring
    /// Whether this is the `*` of `OPTIONS *`.
    let isAsterisk: Bool

    /// Reads the origin form (`/users?limit=2`) and the absolute form (`http://host/users`) of RFC 9112 section 3.2.
    init(_ text: String) {
        isAsterisk = text == "*"
        var rest = text[...]
        if !rest.hasPrefix("/"), let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
            rest = rest.firstIndex(where: { $0 == "/" || $0 == "?" }).map { rest[$0...] } ?? ""
        }
        let mark = rest.firstIndex(of: "?") ?? rest.endIndex
        segments = rest[..<mark].split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { $0 }
        query = mark < rest.endIndex ? rest[rest.index(after: mark)...] : ""
    }
}
