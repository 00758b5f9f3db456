import Domain
import HTTPTypes
import Services

/// Gives a reply the headers that every answer has, and packs it.
struct ReplyFinish: Sendable {
    let crossOrigin: CrossOriginPolicy
    let tellsTiming: Bool
    /// Whether the listener speaks TLS, so that browsers may be told to use nothing else.
    let isSecure: Bool
    private let date = DateText()

    init(crossOrigin: CrossOriginPolicy, tellsTiming: Bool, isSecure: Bool) {
        (self.crossOrigin, self.tellsTiming, self.isSecure) = (crossOrigin, tellsTiming, isSecure)
    }

    func apply(to reply: inout Reply, _ request: HTTPRequest, _ exchange: Exchange) {
        reply.headers.add(.requestID, exchange.id)
        reply.headers.add(.date, date.text(at: .now))
        reply.headers.add(.contentTypeOptions, "nosniff")
        reply.headers.add(.referrerPolicy, "no-referrer")
        if !reply.headers.contains(.cacheControl) { reply.headers.add(.cacheControl, "private, no-cache") }
        if !reply.headers.contains(.contentSecurityPolicy) {
            reply.headers.add(.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'")
        }
        if isSecure { reply.headers.add(.strictTransportSecurity, "max-age=31536000") }
        if let quota = exchange.quota { reply.headers.append(contentsOf: quota.headers) }
        crossOrigin.apply(to: &reply, request)
        reply.pack(for: request, isEditable: exchange.route?.isEditable ?? false)
        if tellsTiming { reply.headers[.serverTiming] = timing(exchange) }
    }

    private func timing(_ exchange: Exchange) -> String {
        let database = exchange.databaseTime.map { "db;dur=\(Self.milliseconds($0.total)), " } ?? ""
        return "\(database)total;dur=\(Self.milliseconds(exchange.record.took))"
    }

    /// Milliseconds with three places.
    private static func milliseconds(_ duration: Duration) -> String {
        let microseconds = duration.microseconds
        let rest = String(microseconds % 1000)
        return "\(microseconds / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
    }
}
