package import Domain
package import Postgres

/// The SQL of sessions: who is logged in.
package struct SessionRepository: Sendable {
    /// The most sessions that an account has at a time; a further one ends the oldest.
    package static let maximum = 50

    let session: any Session

    package init(_ session: any Session) { self.session = session }

    /// A session that is to begin.
    package struct Start: Sendable {
        package let user: Identifier<User>
        /// The hash that the password was held against: if it is another by now, no session begins.
        package let passwordHash: String
        package let tokenHash: [UInt8]
        package let address: String?
        package let userAgent: String?
        package let idleSeconds: Int
        package let lifetimeSeconds: Int
        /// The subject of ``LoginThrottle`` that is forgotten.
        package let throttled: String

        package init(
            user: Identifier<User>, passwordHash: String, tokenHash: [UInt8], address: String?, userAgent: String?,
            idleSeconds: Int, lifetimeSeconds: Int, throttled: String
        ) {
            (self.user, self.passwordHash, self.tokenHash) = (user, passwordHash, tokenHash)
            (self.address, self.userAgent, self.throttled) = (address, userAgent, throttled)
            (self.idleSeconds, self.lifetimeSeconds) = (idleSeconds, lifetimeSeconds)
        }
    }

    private static let columns: SQL = "id, user_id, source, address, user_agent, created_at, last_used_at, expires_at"

    private static let isAlive: SQL = """
        s.expires_at > now() AND s.last_used_at > now() - make_interval(secs => s.idle_seconds)
        """

    /// Begins a session; `nil` if the account has been disabled or got another password meanwhile.
    package func begin(_ start: Start, audit: AuditEntry) async throws -> LoginSession? {
        try await session.first(
            """
            WITH added AS (
                INSERT INTO site.s_session
                    (user_id, token_hash, source, address, user_agent, idle_seconds, expires_at)
                SELECT user_id, \(start.tokenHash)::bytea, \(audit.principal.source.rawValue), \(start.address),
                    \(start.userAgent), \(start.idleSeconds)::integer,
                    now() + make_interval(secs => \(start.lifetimeSeconds)::integer)
                FROM site.s_account
                WHERE user_id = \(start.user) AND password_hash = \(start.passwordHash) AND disabled_at IS NULL
                RETURNING \(Self.columns)
            ), ended AS (
                DELETE FROM site.s_session AS s
                WHERE s.user_id = \(start.user) AND (NOT (\(Self.isAlive)) OR s.id IN (
                    SELECT id FROM site.s_session WHERE user_id = \(start.user)
                    ORDER BY id DESC OFFSET \(Self.maximum - 1)::bigint))
            ), forgotten AS (
                DELETE FROM site.s_login_throttle WHERE subject = \(start.throttled) AND EXISTS (SELECT FROM added)
            ), audited AS (\(audit.insert(entity: "'user'", ids: "(SELECT user_id AS id FROM added)")))
            SELECT \(Self.columns) FROM added
            """)
    }

    /// Who is logged in with the token that has this hash.
    package func holder(tokenHash: [UInt8]) async throws -> TokenHolder? {
        try await holder(where: "s.token_hash = \(tokenHash)::bytea")
    }

    /// Who is logged in by this session.
    package func holder(of id: Identifier<LoginSession>) async throws -> TokenHolder? {
        try await holder(where: "s.id = \(id)")
    }

    private func holder(where condition: SQL) async throws -> TokenHolder? {
        try await session.first(
            """
            SELECT s.id, u.id AS user_id, u.name, u.role, '{}'::text[] AS scopes,
                s.last_used_at < now() - interval '1 minute' AS is_stale
            FROM site.s_session s
            JOIN site.s_account a ON a.user_id = s.user_id
            JOIN site.s_user u ON u.id = s.user_id
            WHERE \(condition) AND \(Self.isAlive) AND a.disabled_at IS NULL AND u.archived_at IS NULL
            """)
    }

    /// Notes that a session is used.
    package func touch(_ id: Int64) async throws {
        _ = try await session.rows("UPDATE site.s_session SET last_used_at = now() WHERE id = \(id)")
    }

    /// The sessions of an account, the latest first.
    package func list(of user: Identifier<User>) async throws -> [LoginSession] {
        try await session.all(
            """
            SELECT \(Self.columns) FROM site.s_session AS s
            WHERE user_id = \(user) AND \(Self.isAlive)
            ORDER BY id DESC
            LIMIT \(Self.maximum + 1)::bigint
            """)
    }

    /// Ends a session of an account; whether there was one.
    package func end(
        _ id: Identifier<LoginSession>, of user: Identifier<User>, audit: AuditEntry
    ) async throws -> Bool {
        let rows = try await session.rows(
            """
            WITH ended AS (
                DELETE FROM site.s_session WHERE id = \(id) AND user_id = \(user) RETURNING user_id AS id
            ), audited AS (\(audit.insert(entity: "'user'", ids: "ended")))
            SELECT id FROM ended
            """)
        return !rows.isEmpty
    }

    /// Ends the sessions of an account, all of them or all but one.
    package func endAll(of user: Identifier<User>, but kept: Identifier<LoginSession>? = nil) async throws {
        _ = try await session.rows(
            "DELETE FROM site.s_session WHERE user_id = \(user) AND id IS DISTINCT FROM \(kept)::bigint")
    }
}

extension LoginSession: RowDecodable {
    package init(row: Row) throws(RowError) {
        self.init(
            id: try row["id"], user: try row["user_id"], source: try row["source"],
            address: try row[optional: "address"], userAgent: try row[optional: "user_agent"],
            createdAt: try row["created_at"], lastUsedAt: try row["last_used_at"], expiresAt: try row["expires_at"])
    }
}
