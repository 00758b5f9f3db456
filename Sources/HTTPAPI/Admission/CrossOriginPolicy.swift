import HTTPTypes

/// What pages of other sites are told about using the shop from a browser (CORS, in the Fetch standard).
struct CrossOriginPolicy: Sendable {
    /// The origins whose pages may; none unless the configuration names some.
    let origins: Set<String>

    private static let requestHeaders = [
        "Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key", "Last-Event-ID", "Prefer",
        "X-Request-Id", "traceparent",
    ].joined(separator: ", ")
    private static let answerHeaders = [
        "ETag", "Idempotent-Replayed", "Link", "Location", "Preference-Applied", "RateLimit", "RateLimit-Policy",
        "Retry-After", "Server-Timing", "X-Request-Id", "X-Total-Count",
    ].joined(separator: ", ")
    private static let memorySeconds = 600

    /// Adds what the page may see; for `OPTIONS` also what it may send.
    func apply(to reply: inout Reply, _ request: HTTPRequest) {
        guard !origins.isEmpty else { return }
        reply.vary(by: "Origin")
        guard let origin = request.headerFields[.origin], origins.contains(origin.lowercased()) else { return }
        reply.headers[.accessControlAllowOrigin] = origin
        reply.headers[.accessControlExposeHeaders] = Self.answerHeaders
        guard request.method == .options, request.headerFields[.accessControlRequestMethod] != nil else { return }
        reply.headers[.accessControlAllowMethods] = reply.headers[.allow]
        reply.headers[.accessControlAllowHeaders] = Self.requestHeaders
        reply.headers[.accessControlMaxAge] = "\(Self.memorySeconds)"
    }
}

extension Reply {
    /// Notes a request header that the answer depends on.
    mutating func vary(by name: String) {
        let known = headers[.vary]
        if known?.contains(name) == true { return }
        headers[.vary] = known.map { "\($0), \(name)" } ?? name
    }
}
