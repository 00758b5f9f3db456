package import Domain
import Logging
import Repositories
import Sodium

/// Who somebody is: logins, sessions and tokens.
///
/// Logging in is here, tokens are in `AuthService+Tokens.swift`, the account's own operations in `+Account.swift`.
/// Nothing is remembered between requests: each asks the database, so that whatever ends a session or changes a role
/// is felt by the next.
package struct AuthService: Sendable {
    /// How long a session lasts.
    package struct Lifetime: Sendable {
        /// Without being used.
        package var idle: Duration = .seconds(8 * 3600)
        /// In all.
        package var whole: Duration = .seconds(7 * 24 * 3600)

        package init() {}
    }

    let operations: Operations
    let passwords: PasswordHasher
    let lifetime: Lifetime

    init(_ operations: Operations, passwords: PasswordHasher, lifetime: Lifetime) {
        (self.operations, self.passwords, self.lifetime) = (operations, passwords, lifetime)
    }

    /// Logs somebody in.
    ///
    /// A login that nobody has takes as long as a wrong password, and is answered the same; so is an account that is
    /// disabled.
    /// - Throws: ``ServiceError/invalidCredentials``, ``ServiceError/tooManyAttempts(retryAfter:)``,
    ///   ``ServiceError/busy`` if too many are logging in at the moment.
    package func logIn(
        _ login: String, password: String, from origin: LoginOrigin, through source: Principal.Source
    ) async throws(ServiceError) -> StartedSession {
        // No login is that long; folding and hashing what is would be work for nothing.
        let login = login.utf8.count <= 256 ? login.lowercased() : ""
        let subject = LoginOrigin.subject(login: login)
        try await admit(subject, from: origin)
        let found = try await operations.retrying(.logIn) {
            try await AccountRepository(operations.pool).credentials(login: login)
        }
        let secret = Array(password.utf8)
        let isRight = try await passwords.verify(secret, found?.passwordHash)
        guard isRight, let found, !found.isBarred else { throw refused(origin) }
        let token = TokenText(.session)
        let start = SessionRepository.Start(
            user: found.user, passwordHash: try await currentHash(found, secret), tokenHash: token.hash,
            address: origin.address, userAgent: origin.userAgent, idleSeconds: Int(lifetime.idle.components.seconds),
            lifetimeSeconds: Int(lifetime.whole.components.seconds), throttled: subject)
        let person = Principal(id: found.user, name: found.name, role: found.role, source: source)
        let session = try await operations.retrying(.logIn) {
            try await SessionRepository(operations.pool).begin(start, audit: AuditEntry(person, .logIn))
        }
        guard let session else { throw refused(origin) }
        let principal = Principal(
            id: found.user, name: found.name, role: found.role, source: source, credential: .session(session.id))
        return StartedSession(token: token.text, session: session, login: found.login, principal: principal)
    }

    /// Who a token speaks for, now.
    /// - Throws: ``ServiceError/invalidToken``.
    package func authenticate(
        _ text: String, through source: Principal.Source
    ) async throws(ServiceError) -> Principal {
        guard let token = TokenText(text) else { throw .invalidToken }
        let holder = try await operations.retrying(.readAccount) { () -> TokenHolder? in
            switch token.kind {
            case .session:
                let sessions = SessionRepository(operations.pool)
                let holder = try await sessions.holder(tokenHash: token.hash)
                if let holder, holder.isStale { try await sessions.touch(holder.id) }
                return holder
            case .access:
                let tokens = TokenRepository(operations.pool)
                let holder = try await tokens.holder(tokenHash: token.hash)
                if let holder, holder.isStale { try await tokens.touch(holder.id) }
                return holder
            }
        }
        guard let holder else { throw .invalidToken }
        return holder.principal(token.kind, through: source)
    }

    /// The same principal as the database knows them now: a session may have ended, a role may have changed.
    ///
    /// Whoever sits at the machine stays who they are.
    /// - Throws: ``ServiceError/invalidToken`` if the session has ended.
    package func renewed(_ principal: Principal) async throws(ServiceError) -> Principal {
        guard case .session(let id) = principal.credential else { return principal }
        let holder = try await operations.retrying(.readAccount) { () -> TokenHolder? in
            let sessions = SessionRepository(operations.pool)
            let holder = try await sessions.holder(of: id)
            if let holder, holder.isStale { try await sessions.touch(holder.id) }
            return holder
        }
        guard let holder else { throw .invalidToken }
        return holder.principal(.session, through: principal.source)
    }

    /// Ends the session of whoever asks.
    package func logOut(as principal: Principal) async throws(ServiceError) {
        try principal.require(.logOut)
        guard case .session(let id) = principal.credential else { throw .forbidden(.logOut) }
        try await endSession(id, .logOut, as: principal)
    }

    /// Counts a try to name a password.
    func admit(_ subject: String, from origin: LoginOrigin) async throws(ServiceError) {
        let wait = try await operations.retrying(.logIn) {
            try await LoginThrottle(operations.pool).admit(login: subject, address: origin.subject)
        }
        guard let wait else { return }
        operations.logger.notice("login throttled", metadata: ["address": "\(origin.address ?? "-")"])
        throw .tooManyAttempts(retryAfter: wait)
    }

    private func refused(_ origin: LoginOrigin) -> ServiceError {
        // Not the name: people type passwords there.
        operations.logger.notice("login refused", metadata: ["address": "\(origin.address ?? "-")"])
        return .invalidCredentials
    }

    /// The hash that the account has from now on: made anew, if it was made at another cost.
    private func currentHash(
        _ account: AccountRepository.Credentials, _ password: [UInt8]
    ) async throws(ServiceError) -> String {
        guard passwords.needsRehash(account.passwordHash) else { return account.passwordHash }
        let hash = try await passwords.hash(password)
        try await operations.retrying(.logIn) {
            try await AccountRepository(operations.pool)
                .replaceHash(account.passwordHash, by: hash, of: account.user)
        }
        return hash
    }
}

extension TokenHolder {
    fileprivate func principal(_ kind: TokenText.Kind, through source: Principal.Source) -> Principal {
        let credential: Credential =
            switch kind {
            case .session: .session(Identifier(id))
            case .access: .token(Identifier(id), scopes: Set(scopes.compactMap { TokenScope($0) }))
            }
        return Principal(id: user, name: name, role: role, source: source, credential: credential)
    }
}
