import HTTPTypes

extension Reply {
    /// Answers below this gain nothing.
    private static let leastPackedBytes = 1024

    /// Packs the body where the client takes gzip and it is worth it.
    ///
    /// A packed answer is another one than the plain, so that its ETag is a weak one. Where rows are edited by
    /// `If-Match`, which wants a strong one, the answer stays plain.
    mutating func pack(for request: HTTPRequest, isEditable: Bool) {
        guard case .bytes(let bytes) = body, bytes.count >= Self.leastPackedBytes, isText,
            headers[.contentEncoding] == nil, status != .partialContent
        else { return }
        let etag = headers[.eTag]
        let isStrong = etag.map { !$0.hasPrefix("W/") } ?? false
        if isStrong && isEditable { return }
        vary(by: "Accept-Encoding")
        guard AcceptedCoding.takesGzip(request.headerFields[.acceptEncoding]), let packed = Gzip.pack(bytes) else {
            return
        }
        body = .bytes(packed)
        headers[.contentEncoding] = "gzip"
        if let etag, isStrong { headers[.eTag] = "W/\(etag)" }
    }

    private var isText: Bool {
        guard let type = headers[.contentType].flatMap({ MediaType($0) }) else { return false }
        return type.type == "text" || type.subtype.hasSuffix("+json")
            || ["json", "x-ndjson", "yaml", "javascript", "xml"].contains(type.subtype)
    }
}

/// `Accept-Encoding` (RFC 9110 section 12.5.3).
enum AcceptedCoding {
    /// Whether the client takes gzip: named with a quality above 0, or by `*`.
    static func takesGzip(_ header: String?) -> Bool {
        var any = false
        for part in (header ?? "").split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.trimmingBlanks().lowercased() }
            guard let coding = pieces.first else { continue }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
            let isWanted = quality.map { $0.contains { ("1"..."9").contains($0) } } ?? true
            if coding == "gzip" || coding == "x-gzip" { return isWanted }
            if coding == "*" { any = isWanted }
        }
        return any
    }
}
