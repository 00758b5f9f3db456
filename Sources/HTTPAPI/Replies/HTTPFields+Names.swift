import HTTPTypes

extension HTTPField.Name {
    /// Makes a name of a literal; a literal that is no token is a programmer's error.
    private static func literal(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("A header's name is a token.") }
        return name
    }

    static let requestID = literal("X-Request-Id")
    static let idempotencyKey = literal("Idempotency-Key")
    static let idempotentReplayed = literal("Idempotent-Replayed")
    static let prefer = literal("Prefer")
    static let preferenceApplied = literal("Preference-Applied")
    static let totalCount = literal("X-Total-Count")
    static let link = literal("Link")
    static let hostHeader = literal("Host")
    static let acceptPatch = literal("Accept-Patch")
    static let acceptPost = literal("Accept-Post")
    static let contentTypeOptions = literal("X-Content-Type-Options")
    static let traceparent = literal("traceparent")
    static let lastEventID = literal("Last-Event-ID")
    static let rateLimit = literal("RateLimit")
    static let rateLimitPolicy = literal("RateLimit-Policy")
    static let referrerPolicy = literal("Referrer-Policy")
    static let serverTiming = literal("Server-Timing")
}

extension HTTPFields {
    /// As the subscript; quicker where the field is missing, as most fields of most requests are.
    func text(_ name: HTTPField.Name) -> String? { contains(name) ? self[name] : nil }

    /// Adds a field that is not there yet.
    mutating func add(_ name: HTTPField.Name, _ value: String) { append(HTTPField(name: name, value: value)) }

    /// The header that tells when to ask again.
    static func retryAfter(_ seconds: Int) -> HTTPFields { [.retryAfter: String(seconds)] }
}
