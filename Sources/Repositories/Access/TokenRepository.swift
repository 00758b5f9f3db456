package import Domain
package import Postgres

/// The SQL of tokens: which programs may act for whom.
package struct TokenRepository: Sendable {
    /// The most tokens that an account may have.
    package static let maximum = 50

    let session: any Session

    package init(_ session: any Session) { self.session = session }

    private static let columns: SQL = "id, user_id, name, scopes, created_at, last_used_at, expires_at"

    /// Writes a token; `nil` if there is no such account, or it has ``maximum`` of them.
    package func insert(
        _ new: NewAccessToken, tokenHash: [UInt8], of user: Identifier<User>, audit: AuditEntry
    ) async throws -> AccessToken? {
        try await session.first(
            """
            WITH account AS (
                SELECT user_id FROM site.s_account WHERE user_id = \(user) FOR NO KEY UPDATE
            ), ended AS (
                DELETE FROM site.s_token WHERE user_id = \(user) AND expires_at < now()
            ), added AS (
                INSERT INTO site.s_token (user_id, token_hash, name, scopes, expires_at)
                SELECT user_id, \(tokenHash)::bytea, \(new.name), \(new.scopes.texts)::text[],
                    now() + make_interval(days => \(new.days)::integer)
                FROM account
                WHERE \(Self.maximum)::bigint > (
                    SELECT count(*) FROM site.s_token WHERE user_id = \(user) AND expires_at >= now())
                RETURNING \(Self.columns)
            ), audited AS (\(audit.insert(entity: "'user'", ids: "(SELECT user_id AS id FROM added)")))
            SELECT \(Self.columns) FROM added
            """)
    }

    /// Who the token with this hash speaks for.
    package func holder(tokenHash: [UInt8]) async throws -> TokenHolder? {
        try await session.first(
            """
            SELECT t.id, u.id AS user_id, u.name, u.role, t.scopes,
                coalesce(t.last_used_at < now() - interval '1 minute', true) AS is_stale
            FROM site.s_token t
            JOIN site.s_account a ON a.user_id = t.user_id
            JOIN site.s_user u ON u.id = t.user_id
            WHERE t.token_hash = \(tokenHash)::bytea AND t.expires_at > now() AND a.disabled_at IS NULL
                AND u.archived_at IS NULL
            """)
    }

    /// Notes that a token is used.
    package func touch(_ id: Int64) async throws {
        _ = try await session.rows("UPDATE site.s_token SET last_used_at = now() WHERE id = \(id)")
    }

    /// The tokens of an account, the latest first.
    package func list(of user: Identifier<User>) async throws -> [AccessToken] {
        try await session.all(
            """
            SELECT \(Self.columns) FROM site.s_token
            WHERE user_id = \(user) AND expires_at > now()
            ORDER BY id DESC
            LIMIT \(Self.maximum + 1)::bigint
            """)
    }

    /// Deletes a token, of this account or of any; whether there was one.
    package func delete(
        _ id: Identifier<AccessToken>, of user: Identifier<User>?, audit: AuditEntry
    ) async throws -> Bool {
        let rows = try await session.rows(
            """
            WITH revoked AS (
                DELETE FROM site.s_token
                WHERE id = \(id) AND (\(user)::bigint IS NULL OR user_id = \(user)::bigint)
                RETURNING user_id AS id
            ), audited AS (\(audit.insert(entity: "'user'", ids: "revoked")))
            SELECT id FROM revoked
            """)
        return !rows.isEmpty
    }

    /// Deletes all tokens of an account.
    package func deleteAll(of user: Identifier<User>) async throws {
        _ = try await session.rows("DELETE FROM site.s_token WHERE user_id = \(user)")
    }
}

extension AccessToken: RowDecodable {
    package init(row: Row) throws(RowError) {
        let scopes: [String] = try row["scopes"]
        self.init(
            id: try row["id"], user: try row["user_id"], name: try row["name"],
            scopes: Set(scopes.compactMap { TokenScope($0) }), createdAt: try row["created_at"],
            lastUsedAt: try row[optional: "last_used_at"], expiresAt: try row["expires_at"])
    }
}
