package import Domain
import Repositories
import Wording

extension AuthService {
    /// The tokens of an account, the latest first; of whoever asks, unless another is named.
    /// - Throws: ``ServiceError/notFound(entity:id:)`` if the principal may see their own only.
    package func tokens(
        of user: Identifier<User>? = nil, as principal: Principal
    ) async throws(ServiceError) -> [AccessToken] {
        let user = try owner(user, .listTokens, as: principal)
        return try await operations.run(.listTokens, as: principal) { try await TokenRepository($0).list(of: user) }
    }

    /// Makes a token, whose text is given this once.
    ///
    /// Whoever sits at the machine may make one for anybody; all others for themselves only, so that nobody acts in
    /// another's name. A token may make tokens that can do no more than itself.
    /// - Throws: ``ServiceError/notFound(entity:id:)``, ``ServiceError/insufficientScope(_:)``,
    ///   ``ServiceError/invalid(_:)`` if there are too many already.
    package func createToken(
        _ new: NewAccessToken, for user: Identifier<User>? = nil, as principal: Principal
    ) async throws(ServiceError) -> (token: AccessToken, text: String) {
        let user = try owner(user, .createToken, as: principal)
        guard user == principal.id || principal.credential == .machine else {
            throw .notFound(entity: "account", id: user.value)
        }
        if case .token(_, let own) = principal.credential, !own.include(new.scopes) {
            throw .insufficientScope(.createToken)
        }
        let text = TokenText(.access)
        let result = try await operations.run(.createToken, as: principal) { pool in
            let token = try await TokenRepository(pool)
                .insert(new, tokenHash: text.hash, of: user, audit: AuditEntry(principal, .createToken, new.changes))
            return (token: token, hasAccount: try await AccountRepository(pool).credentials(of: user) != nil)
        }
        if let token = result.token { return (token, text.text) }
        guard result.hasAccount else { throw .notFound(entity: "account", id: user.value) }
        throw .invalid([Violation("name", "too-many", "An account has at most \(TokenRepository.maximum) tokens.")])
    }

    /// Revokes a token of whoever asks, or of anybody if they may.
    /// - Throws: ``ServiceError/notFound(entity:id:)``.
    package func revokeToken(_ id: Identifier<AccessToken>, as principal: Principal) async throws(ServiceError) {
        let owner = try principal.owner(in: .revokeToken)
        let isRevoked = try await operations.run(.revokeToken, as: principal) {
            try await TokenRepository($0).delete(id, of: owner, audit: AuditEntry(principal, .revokeToken))
        }
        guard isRevoked else { throw .notFound(entity: "token", id: id.value) }
    }

    private func owner(
        _ user: Identifier<User>?, _ operation: OperationID, as principal: Principal
    ) throws(ServiceError) -> Identifier<User> {
        let owner = try principal.owner(in: operation)
        let wanted = user ?? principal.id
        guard owner == nil || owner == wanted else { throw .notFound(entity: "account", id: wanted.value) }
        return wanted
    }
}

extension NewAccessToken {
    /// What the audit log says of it.
    fileprivate var changes: [AuditEntry.Change] {
        [.init("token", nil, name), .init("scopes", nil, scopes.texts.joined(separator: " "))]
    }
}

extension Set<TokenScope> {
    /// Whether a token with these scopes may do all that one with `others` may.
    fileprivate func include(_ others: Set<TokenScope>) -> Bool {
        others.allSatisfy { other in
            switch other {
            case .kind: contains(other)
            case .operation(let operation): cover(operation)
            }
        }
    }
}
