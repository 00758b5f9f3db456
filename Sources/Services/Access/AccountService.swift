package import Domain
import Postgres
import Repositories
import Wording

/// The administration of accounts: who may log in, as what.
package struct AccountService: Sendable {
    let operations: Operations
    let passwords: PasswordHasher

    init(_ operations: Operations, passwords: PasswordHasher) {
        (self.operations, self.passwords) = (operations, passwords)
    }

    /// A page of accounts.
    package func list(
        _ request: AccountListRequest, as principal: Principal
    ) async throws(ServiceError) -> Page<Account> {
        try await operations.run(.listAccounts, as: principal) { try await AccountRepository($0).list(request) }
    }

    /// The account with this login, `nil` if there is none.
    package func find(login: String, as principal: Principal) async throws(ServiceError) -> Account? {
        try await operations.run(.listAccounts, as: principal) {
            try await AccountRepository($0).find(login: login.lowercased())
        }
    }

    /// Makes an account: for a new person, or for a customer who is there already.
    /// - Throws: ``ServiceError/conflict(_:)`` if the login is taken,
    ///   ``ServiceError/unknownReference(field:id:)`` if there is no such customer, or they have a login.
    package func create(_ new: NewAccount, as principal: Principal) async throws(ServiceError) -> Account {
        try principal.require(.createAccount)
        let hash = try await passwords.hash(new.password.bytes)
        let audit = AuditEntry(
            principal, .createAccount, [.init("login", nil, new.login.text), .init("role", nil, new.role.rawValue)])
        return try await operations.transact(.createAccount, as: principal) { transaction in
            let accounts = AccountRepository(transaction)
            guard let id = new.user else {
                guard let account = try await accounts.insert(new, passwordHash: hash, audit: audit) else {
                    throw MissingRow()
                }
                return account
            }
            guard let user = try await UserRepository(transaction).lock(id),
                let account = try await accounts.attach(new, to: user, passwordHash: hash, audit: audit)
            else { throw ServiceError.unknownReference(field: "userId", id: id.value) }
            return account
        }
    }

    /// Gives an account a new password: all its sessions end, and its tokens are revoked.
    package func resetPassword(
        of user: Identifier<User>, to password: String, as principal: Principal
    ) async throws(ServiceError) -> Account {
        let old = try await operations.run(.resetPassword, as: principal) {
            try await AccountRepository($0).find(user)
        }
        guard let old else { throw Self.missing(user) }
        let new = try AuthService.checked(password, unlike: [old.login, old.name], field: "password")
        let hash = try await passwords.hash(new.bytes)
        return try await change(user, .resetPassword, as: principal) { accounts, transaction, _ in
            try await accounts.setPasswordHash(hash, of: user)
            try await SessionRepository(transaction).endAll(of: user)
            try await TokenRepository(transaction).deleteAll(of: user)
            return []
        }
    }

    /// Gives an account another role.
    /// - Throws: ``ServiceError/invalid(_:)`` if it is one's own, ``ServiceError/conflict(_:)`` if it is the last
    ///   administrator's.
    package func setRole(
        _ role: Role, of user: Identifier<User>, as principal: Principal
    ) async throws(ServiceError) -> Account {
        if user == principal.id {
            try principal.require(.setRole)
            throw .invalid([Violation("role", "own", "Nobody changes their own role.")])
        }
        return try await change(user, .setRole, as: principal) { accounts, _, old in
            guard old.role != role else { return nil }
            if role != .admin { try await accounts.requireAnotherAdministrator(than: old) }
            try await accounts.setRole(role, of: user)
            return [.init("role", old.role.rawValue, role.rawValue)]
        }
    }

    /// Disables an account: its sessions end, and its tokens speak for nobody until it is enabled.
    ///
    /// Twice is once.
    /// - Throws: ``ServiceError/conflict(_:)`` if it is the last administrator's.
    package func disable(_ user: Identifier<User>, as principal: Principal) async throws(ServiceError) -> Account {
        try await change(user, .disableAccount, as: principal) { accounts, transaction, old in
            try await accounts.requireAnotherAdministrator(than: old)
            guard try await accounts.setDisabled(true, user) else { return nil }
            try await SessionRepository(transaction).endAll(of: user)
            return []
        }
    }

    /// Lets the person of an account log in again.
    ///
    /// Twice is once.
    package func enable(_ user: Identifier<User>, as principal: Principal) async throws(ServiceError) -> Account {
        try await change(user, .enableAccount, as: principal) { accounts, _, _ in
            try await accounts.setDisabled(false, user) ? [] : nil
        }
    }

    /// Locks an account, has `body` change it, and says so in the audit log, unless it gives `nil`: nothing changed.
    private func change(
        _ user: Identifier<User>, _ operation: OperationID, as principal: Principal,
        _ body: (AccountRepository, PostgresTransaction, Account) async throws -> [AuditEntry.Change]?
    ) async throws(ServiceError) -> Account {
        try await operations.transact(operation, as: principal) { transaction in
            let accounts = AccountRepository(transaction)
            guard let old = try await accounts.lock(user) else { throw Self.missing(user) }
            if let changes = try await body(accounts, transaction, old) {
                try await accounts.write(AuditEntry(principal, operation, changes), of: user)
            }
            guard let new = try await accounts.find(user) else { throw MissingRow() }
            return new
        }
    }

    private static func missing(_ user: Identifier<User>) -> ServiceError {
        .notFound(entity: "account", id: user.value)
    }
}

extension AccountRepository {
    /// - Throws: ``ServiceError/conflict(_:)`` if nobody but this person could administer the shop.
    func requireAnotherAdministrator(than account: Account) async throws {
        guard account.role == .admin, account.hasPassword, account.disabledAt == nil else { return }
        guard try await hasAnotherAdministrator(than: account.user) else {
            throw ServiceError.conflict(.lastAdministrator)
        }
    }

    /// As for an account, for a person who may have none.
    func requireAnotherAdministrator(than user: User) async throws {
        guard user.role == .admin, let account = try await find(user.id) else { return }
        try await requireAnotherAdministrator(than: account)
    }
}
