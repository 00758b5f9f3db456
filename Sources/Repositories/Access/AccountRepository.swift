package import Domain
package import Postgres

/// The SQL of accounts: who may log in, and with which password.
package struct AccountRepository: Sendable {
    let session: any Session

    package init(_ session: any Session) { self.session = session }

    /// What a login is held against.
    package struct Credentials: Sendable {
        package let user: Identifier<User>
        package let login: String
        package let name: String
        package let role: Role
        package let passwordHash: String
        /// Whether the account is disabled, or its person archived.
        package let isBarred: Bool
    }

    private static let columns: SQL = """
        u.id, u.login, u.name, u.role, a.user_id IS NOT NULL AS has_password, a.disabled_at, u.archived_at,
        coalesce(a.created_at, u.created_at) AS created_at, a.password_changed_at
        """

    private static let source: SQL = """
        site.s_user u LEFT JOIN site.s_account a ON a.user_id = u.id
        """

    /// What a login with this name is held against, `nil` where there is no such account.
    package func credentials(login: String) async throws -> Credentials? {
        try await credentials(where: "u.login = \(login)")
    }

    /// What the password of this person is held against.
    package func credentials(of user: Identifier<User>) async throws -> Credentials? {
        try await credentials(where: "u.id = \(user)")
    }

    private func credentials(where condition: SQL) async throws -> Credentials? {
        try await session.first(
            """
            SELECT u.id, u.login, u.name, u.role, a.password_hash,
                a.disabled_at IS NOT NULL OR u.archived_at IS NOT NULL AS is_barred
            FROM site.s_user u
            JOIN site.s_account a ON a.user_id = u.id
            WHERE \(condition)
            """)
    }

    /// The account of a person who has a login, or `nil`.
    package func find(_ user: Identifier<User>) async throws -> Account? {
        try await session.first(
            "SELECT \(Self.columns) FROM \(Self.source) WHERE u.id = \(user) AND u.login IS NOT NULL")
    }

    /// The account with this login, or `nil`.
    package func find(login: String) async throws -> Account? {
        try await session.first("SELECT \(Self.columns) FROM \(Self.source) WHERE u.login = \(login)")
    }

    /// Locks the person, and reads their account.
    package func lock(_ user: Identifier<User>) async throws -> Account? {
        try await session.first(
            """
            SELECT \(Self.columns) FROM \(Self.source)
            WHERE u.id = \(user) AND u.login IS NOT NULL
            FOR NO KEY UPDATE OF u
            """)
    }

    /// A page of accounts, by id.
    package func list(_ request: AccountListRequest) async throws -> Page<Account> {
        let keyset = KeysetQuery(request) { _ in .id }
        var conditions = Conditions()
        conditions.add(keyset.bound)
        if !request.filter.roles.isEmpty {
            conditions.add("role = ANY (\(request.filter.roles.map(\.rawValue).sorted())::text[])")
        }
        let rows = try await session.all(
            """
            SELECT *, \(keyset.keys)
            FROM (SELECT \(Self.columns) FROM \(Self.source) WHERE u.login IS NOT NULL) AS account
            WHERE \(conditions.sql)
            \(keyset.order)
            """, as: Placed<Account>.self)
        return keyset.page(rows)
    }

    /// Whether somebody else than `user` could still administer the shop; no other administrator can be taken away
    /// until the transaction ends.
    package func hasAnotherAdministrator(than user: Identifier<User>) async throws -> Bool {
        let others = try await session.rows(
            """
            SELECT u.id
            FROM site.s_user u
            JOIN site.s_account a ON a.user_id = u.id
            WHERE u.role = 'admin' AND u.archived_at IS NULL AND a.disabled_at IS NULL
            ORDER BY u.id
            FOR NO KEY UPDATE
            """)
        return try others.contains { row throws(RowError) in try row["id"] as Identifier<User> != user }
    }
}

extension Account: RowDecodable {
    /// Decodes the columns of ``AccountRepository``.
    package init(row: Row) throws(RowError) {
        self.init(
            user: try row["id"], login: try row["login"], name: try row["name"], role: try row["role"],
            hasPassword: try row["has_password"], disabledAt: try row[optional: "disabled_at"],
            archivedAt: try row[optional: "archived_at"], createdAt: try row["created_at"],
            passwordChangedAt: try row[optional: "password_changed_at"])
    }
}

extension AccountRepository.Credentials: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(
            user: try row["id"], login: try row["login"], name: try row["name"], role: try row["role"],
            passwordHash: try row["password_hash"], isBarred: try row["is_barred"])
    }
}
