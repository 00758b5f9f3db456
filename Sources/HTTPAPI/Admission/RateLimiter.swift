import HTTPTypes
import Synchronization

/// Holds clients to their quotas, by address and by who they are.
final class RateLimiter: Sendable {
    private let quotas: RateQuotas
    private let state: Mutex<[RateClass: RateQuota]>

    init(_ quotas: RateQuotas) {
        self.quotas = quotas
        let limited = quotas.perMinute.filter { $0.value > 0 && $0.key != .none }
        state = Mutex(
            Dictionary(uniqueKeysWithValues: limited.map { ($0.key, RateQuota($0.key.rawValue, $0.value)) }))
    }

    /// Takes one request of the quota of an address or a principal.
    ///
    /// - Returns: how the client stands, nil where it is not limited.
    /// - Throws: ``Problem`` 429.
    func take(
        _ rate: RateClass, _ client: @autoclosure () -> String?, from source: ClientAddress
    ) throws(Problem) -> RateQuota.State? {
        guard quotas.limitsLoopback || !source.isLoopback, let client = client() else { return nil }
        let now = ContinuousClock.now
        guard let quota = state.withLock({ $0[rate]?.take(client, now: now) }) else { return nil }
        if quota.isAllowed { return quota }
        let seconds = quota.wait.wholeSeconds
        var headers = quota.headers
        headers[.retryAfter] = "\(seconds)"
        throw Problem(
            .quotaExceeded, "\(quota.quota) requests of the kind \(quota.name) a minute; the next in \(seconds) s.",
            headers: headers)
    }
}

extension RateQuota.State {
    /// The header fields that tell a client how it stands (draft-ietf-httpapi-ratelimit-headers-11).
    var headers: HTTPFields {
        [
            .rateLimitPolicy: "\"\(name)\";q=\(quota);w=\(RateQuota.window.wholeSeconds)",
            .rateLimit: "\"\(name)\";r=\(remaining);t=\(wait.wholeSeconds)",
        ]
    }
}

extension Duration {
    /// Seconds, the begun one counted whole, at least 1.
    var wholeSeconds: Int64 { max(1, components.seconds + (components.attoseconds > 0 ? 1 : 0)) }
}
