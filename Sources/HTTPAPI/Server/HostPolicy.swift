import HTTPTypes

/// Which `Host` and `Origin` headers are accepted.
///
/// A server on the loopback address asks nobody for a password, so that a page of any site could reach it through
/// the operator's browser: by a name that resolves to 127.0.0.1, or by a form that posts there. Both are refused.
struct HostPolicy {
    /// The accepted names, without ports; nil where any name may lead here.
    private let names: Set<String>?
    /// Origins whose pages may change something, besides our own.
    private let origins: Set<String>

    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    /// The policy for a server that listens on this host.
    init(listeningOn host: String, origins: Set<String> = []) {
        self.origins = origins
        let literal = host.contains(":") ? "[\(host)]" : host.lowercased()
        names = Self.loopback.contains(literal) ? Self.loopback : nil
    }

    /// - Throws: ``Problem`` 400 without exactly one well-formed host, 421 for a name that is not ours, 403 for a
    ///   change that a page of another site asks for.
    func check(_ request: HTTPRequest) throws(Problem) {
        // The first Host field stands in `authority`; a second one stays among the fields.
        guard let authority = request.authority, !request.headerFields.contains(.hostHeader),
            let name = Self.name(of: authority)
        else { throw Problem(.malformedRequest, "A request has one Host header with a name and perhaps a port.") }
        if let names, !names.contains(name) {
            throw Problem(.misdirectedRequest, "This server does not answer for the host \(name.prefix(100)).")
        }
        let isSafe = [.get, .head, .options].contains(request.method)
        if !isSafe, let origin = request.headerFields[.origin], !Self.isSame(origin, authority),
            !origins.contains(origin.lowercased())
        {
            throw Problem(.crossOrigin, "Pages of other sites may not change anything here.")
        }
    }

    /// The name before the port, in lower case; nil for what can't be a host (RFC 3986 section 3.2.2).
    private static func name(of authority: String) -> String? {
        let text = authority.lowercased()
        let end =
            text.hasPrefix("[") ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
        let name = text[..<(end ?? text.endIndex)]
        let port = text[(end ?? text.endIndex)...].drop { $0 == ":" }
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                true
            default: false
            }
        }
        let isPort =
            port.utf8.count <= 5 && port.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return !name.isEmpty && isPlain && isPort ? String(name) : nil
    }

    private static func isSame(_ origin: String, _ authority: String) -> Bool {
        let origin = origin.lowercased()
        return origin == "http://\(authority.lowercased())" || origin == "https://\(authority.lowercased())"
    }
}
