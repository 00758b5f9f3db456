import Domain
import HTTPTypes
import Services

/// Finds out who asks: by the token in the header `Authorization` (RFC 6750), which is held against the database each
/// time.
struct Authenticator: Sendable {
    let services: ServiceCatalog
    /// Who asks where no token is sent; `nil` where one must be.
    let fallback: Principal?

    /// Where anyone may ask, a token is not even looked at: health is told while the database is away, and a login does
    /// not stumble over a token that has ended.
    /// - Throws: ``Problem`` 401 where a token is needed, or what was sent is none of ours.
    func principal(
        for endpoint: Endpoint, _ headers: HTTPFields, from source: ClientAddress
    ) async throws -> Principal {
        let fields = headers.contains(.authorization) ? headers[values: .authorization] : []
        // What the server tells about itself to this machine, it tells elsewhere to those who may watch it.
        let mayTellMore = endpoint.tag == .server && !source.isLoopback && !fields.isEmpty
        if endpoint.access == .anyone && !mayTellMore { return .nobody(through: .http) }
        guard let field = fields.first else {
            guard let fallback else {
                if endpoint.access == .known { return .nobody(through: .http) }
                throw Problem.unauthenticated
            }
            return try await services.auth.renewed(fallback)
        }
        guard fields.count == 1, let token = Self.token(in: field) else { throw Problem.invalidToken }
        return try await services.auth.authenticate(token, through: .http)
    }

    /// The token of `Bearer <token>`; the scheme in any case.
    private static func token(in field: String) -> String? {
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
