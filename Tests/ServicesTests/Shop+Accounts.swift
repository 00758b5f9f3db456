import Domain
import Postgres
import Services
import Sodium
import Testing

/// Short ways to accounts.
extension Shop {
    static let password = "three plain words"

    func account(_ login: String, _ role: Role) async throws -> Account {
        try await services.accounts.create(
            NewAccount(login: login, name: "Person \(login)", role: role, password: Self.password), as: operator_)
    }

    @discardableResult
    func logIn(
        _ login: String, _ password: String = Shop.password, from address: String? = "10.0.0.1"
    ) async throws(ServiceError) -> StartedSession {
        try await services.auth
            .logIn(login, password: password, from: LoginOrigin(address: address, userAgent: "test"), through: .http)
    }

    func run(_ sql: SQL) async throws { _ = try await pool.query(sql) }

    /// Stores the same password at the least cost there is.
    func setCheapHash(of user: Identifier<User>) async throws {
        let hash = try #require(
            PasswordHash.hash(Array(Self.password.utf8), cost: PasswordHash.Cost(passes: 1, memory: 8192)))
        try await run("UPDATE site.s_account SET password_hash = \(hash) WHERE user_id = \(user.value)")
    }
}
