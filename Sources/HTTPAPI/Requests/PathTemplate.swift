/// The path of an endpoint, with names in braces for the parts that vary: `/users/{id}/orders`.
package struct PathTemplate: Hashable, Sendable, CustomStringConvertible {
    /// One part between two slashes.
    enum Segment: Hashable, Sendable {
        case literal(String)
        case parameter(String)
    }

    let segments: [Segment]
    package let description: String

    /// Reads a template; one that does not begin with a slash is a programmer's error.
    package init(_ text: String) {
        precondition(text.hasPrefix("/"), "A path template begins with a slash.")
        description = text
        segments = text.split(separator: "/").map { part in
            part.hasPrefix("{") ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }

    /// The values of the parameters if the path is one of this template's, else nil.
    ///
    /// Segments are decoded here, so that an escaped slash stays within its segment. A trailing or doubled slash
    /// makes another path.
    func match(_ path: [Substring]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var values: [String: String] = [:]
        for (segment, raw) in zip(segments, path) {
            guard let text = PercentCoding.decode(raw) else { return nil }
            switch segment {
            case .literal(let literal): if literal != text { return nil }
            case .parameter(let name):
                if text.isEmpty { return nil }
                values[name] = text
            }
        }
        return values
    }
}
