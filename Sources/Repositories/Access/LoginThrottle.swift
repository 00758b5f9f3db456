import Postgres

/// The SQL that slows down whoever guesses passwords; all programs on a database count together.
///
/// A name has five tries, and then waits for 1, 2, 4 … up to 60 seconds after each; a quarter of an hour without a try
/// forgets them. An address has 20 tries a minute, in whatever names. A try that is refused counts for nothing, so
/// that nobody can be kept out for longer than a minute.
package struct LoginThrottle: Sendable {
    let session: any Session

    package init(_ session: any Session) { self.session = session }

    /// Counts a try.
    /// - Returns: `nil` if it is let through, else the seconds until one will be.
    package func admit(login: String, address: String?) async throws -> Int? {
        let rows = try await session.rows(Self.statement(login: login, source: address))
        let verdict = try rows.only(as: Verdict.self)
        return verdict.isAdmitted ? nil : verdict.wait
    }

    private static func statement(login: String, source: String?) -> SQL {
        """
        WITH source AS (
            INSERT INTO site.s_login_throttle AS t (subject, attempts, last_at, next_at)
            SELECT \(source), 1, now(), now() + interval '3 seconds'
            WHERE \(source)::text IS NOT NULL
            ON CONFLICT (subject) DO UPDATE
            SET attempts = t.attempts + 1, last_at = now(),
                next_at = greatest(t.next_at, now()) + interval '3 seconds'
            WHERE t.next_at <= now() + interval '57 seconds'
            RETURNING subject
        ), account AS (
            INSERT INTO site.s_login_throttle AS t (subject, attempts, last_at, next_at)
            SELECT \(login), 1, now(), now()
            WHERE \(source)::text IS NULL OR EXISTS (SELECT FROM source)
            ON CONFLICT (subject) DO UPDATE
            SET last_at = now(),
                attempts = CASE WHEN t.last_at < now() - interval '15 minutes' THEN 1 ELSE t.attempts + 1 END,
                next_at = now() + CASE
                    WHEN t.attempts < 4 OR t.last_at < now() - interval '15 minutes' THEN interval '0'
                    ELSE least(60, 2 ^ least(t.attempts - 4, 10)) * interval '1 second' END
            WHERE t.next_at <= now()
            RETURNING subject
        ), swept AS (
            DELETE FROM site.s_login_throttle
            WHERE subject IN (
                SELECT subject FROM site.s_login_throttle
                WHERE last_at < now() - interval '1 hour' AND subject NOT IN (\(login), coalesce(\(source)::text, ''))
                ORDER BY last_at
                LIMIT 2
                FOR UPDATE SKIP LOCKED)
        )
        SELECT EXISTS (SELECT FROM account) AS is_admitted, coalesce((
            SELECT max(ceil(extract(epoch FROM next_at - now()))
                - CASE WHEN subject = \(login) THEN 0 ELSE 57 END)::bigint
            FROM site.s_login_throttle
            WHERE subject IN (\(login), coalesce(\(source)::text, ''))), 1) AS wait
        """
    }

    private struct Verdict: RowDecodable {
        let isAdmitted: Bool
        let wait: Int

        init(row: Row) throws(RowError) {
            isAdmitted = try row["is_admitted"]
            // A row that came in the very moment is not seen; then a second will do.
            wait = max(try row["wait"], 1)
        }
    }
}
