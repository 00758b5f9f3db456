import Domain
import HTTPTypes

/// Refusals about who asks (RFC 6750 section 3).
extension Problem {
    /// Nobody has logged in.
    static var unauthenticated: Problem {
        Problem(.authenticationRequired, "Log in first.", headers: [.wwwAuthenticate: "Bearer realm=\"oblik\""])
    }

    /// The token means nothing.
    static var invalidToken: Problem {
        Problem(
            .invalidToken, "The token is damaged, has ended or was revoked.",
            headers: [.wwwAuthenticate: "Bearer realm=\"oblik\", error=\"invalid_token\""])
    }

    /// The token was made for other operations.
    static func insufficientScope(_ operation: OperationID) -> Problem {
        let scopes = "\(operation.kind.rawValue) \(operation.rawValue)"
        return Problem(
            .insufficientScope, "The token has neither the scope \(operation.kind.rawValue) nor \(operation.rawValue).",
            headers: [
                .wwwAuthenticate: "Bearer realm=\"oblik\", error=\"insufficient_scope\", scope=\"\(scopes)\""
            ])
    }
}
