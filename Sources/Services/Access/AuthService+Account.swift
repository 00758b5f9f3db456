package import Domain
import Postgres
import Repositories
import Wording

extension AuthService {
    /// The account of whoever asks.
    /// - Throws: ``ServiceError/notFound(entity:id:)`` where there is none any more.
    package func account(of principal: Principal) async throws(ServiceError) -> Account {
        let account = try await operations.run(.readAccount, as: principal) {
            try await AccountRepository($0).find(principal.id)
        }
        guard let account else { throw .notFound(entity: "account", id: principal.id.value) }
        return account
    }

    /// The sessions of whoever asks, the latest first.
    package func sessions(of principal: Principal) async throws(ServiceError) -> [LoginSession] {
        try await operations.run(.listSessions, as: principal) {
            try await SessionRepository($0).list(of: principal.id)
        }
    }

    /// Ends a session of whoever asks.
    /// - Throws: ``ServiceError/notFound(entity:id:)``, also for those of others.
    package func endSession(
        _ id: Identifier<LoginSession>, as principal: Principal
    ) async throws(ServiceError) {
        try await endSession(id, .endSession, as: principal)
    }

    func endSession(
        _ id: Identifier<LoginSession>, _ operation: OperationID, as principal: Principal
    ) async throws(ServiceError) {
        let isEnded = try await operations.run(operation, as: principal) {
            try await SessionRepository($0).end(id, of: principal.id, audit: AuditEntry(principal, operation))
        }
        guard isEnded else { throw .notFound(entity: "session", id: id.value) }
    }

    /// Changes the password of whoever asks: every other session ends, and every token is revoked.
    ///
    /// - Throws: ``ServiceError/invalid(_:)`` if the new one breaks rules, or the current one is not right;
    ///   ``ServiceError/tooManyAttempts(retryAfter:)``.
    package func changePassword(
        from current: String, to new: String, origin: LoginOrigin, as principal: Principal
    ) async throws(ServiceError) {
        try principal.require(.changePassword)
        let found = try await operations.retrying(.changePassword) {
            try await AccountRepository(operations.pool).credentials(of: principal.id)
        }
        guard let found else { throw .notFound(entity: "account", id: principal.id.value) }
        let password = try Self.checked(new, unlike: [found.login, found.name], field: "newPassword")
        try await admit(LoginOrigin.subject(login: found.login), from: origin)
        guard try await passwords.verify(Array(current.utf8), found.passwordHash) else {
            throw .invalid([Violation("currentPassword", "mismatch", "This is not the current password.")])
        }
        let hash = try await passwords.hash(password.bytes)
        var kept: Identifier<LoginSession>?
        if case .session(let id) = principal.credential { kept = id }
        try await operations.transact(.changePassword, as: principal) { [kept] transaction in
            let accounts = AccountRepository(transaction)
            try await accounts.setPasswordHash(hash, of: principal.id)
            try await SessionRepository(transaction).endAll(of: principal.id, but: kept)
            try await TokenRepository(transaction).deleteAll(of: principal.id)
            try await accounts.write(AuditEntry(principal, .changePassword), of: principal.id)
        }
    }

    static func checked(
        _ password: String, unlike words: [String], field: String
    ) throws(ServiceError) -> NewPassword {
        do throws(Violation) {
            return try NewPassword(password, unlike: words, field: field)
        } catch {
            throw .invalid([error])
        }
    }
}
