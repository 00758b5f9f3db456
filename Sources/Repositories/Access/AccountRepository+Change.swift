package import Domain
import Postgres

extension AccountRepository {
    /// Makes a person who can log in.
    package func insert(_ new: NewAccount, passwordHash: String, audit: AuditEntry) async throws -> Account? {
        let search = UserRepository.searchText(name: new.name, email: nil, login: new.login.text, phone: nil)
        let rows = try await session.rows(
            """
            WITH person AS (
                INSERT INTO site.s_user (role, login, name, search)
                VALUES (\(new.role), \(new.login.text), \(new.name), \(search))
                RETURNING id
            ), audited AS (\(audit.insert(entity: "'user'", ids: "person")))
            SELECT id FROM person
            """)
        guard let user: Identifier<User> = try rows.first?["id"] else { throw MissingRow() }
        try await setPasswordHash(passwordHash, of: user)
        return try await find(user)
    }

    /// Gives a customer a login; `nil` where there is no such customer, or they have one.
    package func attach(
        _ new: NewAccount, to user: User, passwordHash: String, audit: AuditEntry
    ) async throws -> Account? {
        let search = UserRepository.searchText(
            name: user.name, email: user.email, login: new.login.text, phone: user.phone)
        let rows = try await session.rows(
            """
            WITH person AS (
                UPDATE site.s_user
                SET login = \(new.login.text), search = \(search), updated_at = now(), version = version + 1
                WHERE id = \(user.id) AND role = 'customer' AND login IS NULL AND archived_at IS NULL
                RETURNING id
            ), audited AS (\(audit.insert(entity: "'user'", ids: "person")))
            SELECT id FROM person
            """)
        guard !rows.isEmpty else { return nil }
        try await setPasswordHash(passwordHash, of: user.id)
        return try await find(user.id)
    }

    /// Writes a password's hash, and the account where there is none yet.
    package func setPasswordHash(_ hash: String, of user: Identifier<User>) async throws {
        _ = try await session.rows(
            """
            INSERT INTO site.s_account (user_id, password_hash)
            VALUES (\(user), \(hash))
            ON CONFLICT (user_id) DO UPDATE
            SET password_hash = excluded.password_hash, password_changed_at = now()
            """)
    }

    /// Writes the hash of the same password at another cost, unless the password was changed meanwhile.
    package func replaceHash(_ old: String, by new: String, of user: Identifier<User>) async throws {
        _ = try await session.rows(
            """
            UPDATE site.s_account SET password_hash = \(new) WHERE user_id = \(user) AND password_hash = \(old)
            """)
    }

    /// Gives a person another role.
    package func setRole(_ role: Role, of user: Identifier<User>) async throws {
        _ = try await session.rows(
            """
            UPDATE site.s_user SET role = \(role), updated_at = now(), version = version + 1 WHERE id = \(user)
            """)
    }

    /// Disables or enables an account; whether that changed anything.
    package func setDisabled(_ isDisabled: Bool, _ user: Identifier<User>) async throws -> Bool {
        let rows = try await session.rows(
            """
            UPDATE site.s_account
            SET disabled_at = CASE WHEN \(isDisabled)::boolean THEN now() END
            WHERE user_id = \(user) AND (disabled_at IS NOT NULL) <> \(isDisabled)::boolean
            RETURNING user_id
            """)
        return !rows.isEmpty
    }

    /// Says in the audit log what became of an account.
    package func write(_ audit: AuditEntry, of user: Identifier<User>) async throws {
        _ = try await session.rows(
            audit.insert(entity: "'user'", ids: "(SELECT \(user)::bigint AS id)"))
    }
}
