package import Domain
package import Postgres

/// The SQL of the outbox, which triggers fill (`migrations/0010_record_events.sql`).
package struct EventRepository: Sendable {
    let session: any Session

    package init(_ session: any Session) { self.session = session }

    /// Where the outbox begins and ends at one moment.
    package struct Extent: Hashable, Sendable {
        /// Everything up to here is deleted.
        package let horizon: EventPosition
        /// Everything up to here is certain: no event can appear before it any more.
        package let end: EventPosition
        /// No transaction has this number yet, or a higher one.
        package let nextTransaction: Int64
        /// Transactions that are under way and have a number below ``nextTransaction``.
        package let running: Set<Int64>
        /// Whether there are events that are not certain yet, because an older transaction is under way.
        package let hasPending: Bool

        /// Whether an event was told already at this moment.
        package func includes(_ event: ShopEvent) -> Bool {
            event.position.transaction < nextTransaction && !running.contains(event.position.transaction)
        }

        /// Whether a reader who has come this far can go on without missing anything.
        package func reaches(_ position: EventPosition) -> Bool {
            position >= horizon && position.transaction <= nextTransaction
        }
    }

    /// Where the outbox begins and ends now.
    package func extent() async throws -> Extent {
        let rows = try await session.rows(
            """
            SELECT gate.xmin, gate.xmax, gate.running, horizon.xid, horizon.id,
                EXISTS (SELECT FROM site.s_event WHERE s_event.xid >= gate.xmin) AS has_pending
            FROM (
                SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xmin,
                    pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS xmax,
                    ARRAY(SELECT xid::text::bigint FROM pg_snapshot_xip(pg_current_snapshot()) AS xid) AS running
            ) AS gate
            CROSS JOIN site.s_event_horizon AS horizon
            """)
        guard let row = rows.first else { throw MissingHorizon() }
        return Extent(
            horizon: EventPosition(transaction: try row["xid"], number: try row["id"]),
            end: EventPosition(transaction: try row["xmin"], number: 0), nextTransaction: try row["xmax"],
            running: Set(try row["running"] as [Int64]), hasPending: try row["has_pending"])
    }

    /// The next certain events behind a position, the oldest first.
    package func events(after position: EventPosition, limit: Int) async throws -> [OutboxRow] {
        try await session.all(
            """
            SELECT xid, id, at, type, entity_id, data::text AS data
            FROM site.s_event
            WHERE (xid, id) > (\(position.transaction)::bigint, \(position.number)::bigint)
                AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            ORDER BY xid, id
            LIMIT \(limit)
            """)
    }

    /// Deletes certain events that are older than this, and writes down how far; events that have come from another
    /// server with a restored database, whose transactions are numbered otherwise, go as well.
    ///
    /// - Returns: how many were deleted; as many as `limit` if there may be more.
    package func delete(olderThan age: Duration, limit: Int) async throws -> Int {
        try await session.rows(
            """
            WITH old AS (
                SELECT xid, id
                FROM (
                    SELECT xid, id, at FROM site.s_event ORDER BY xid, id LIMIT \(limit)
                ) AS oldest
                WHERE at < now() - make_interval(secs => \(age.components.seconds)::bigint)
                    AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            ), foreign_rows AS (
                SELECT xid, id FROM site.s_event
                WHERE xid > pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                ORDER BY xid, id
                LIMIT \(limit)
            ), gone AS (
                DELETE FROM site.s_event AS event
                USING (SELECT * FROM old UNION ALL SELECT * FROM foreign_rows) AS doomed
                WHERE event.xid = doomed.xid AND event.id = doomed.id
                RETURNING event.xid, event.id
            ), moved AS (
                UPDATE site.s_event_horizon AS horizon
                SET xid = last.xid, id = last.id
                FROM (SELECT xid, id FROM old ORDER BY xid DESC, id DESC LIMIT 1) AS last
                WHERE (last.xid, last.id) > (horizon.xid, horizon.id)
            )
            SELECT xid FROM gone
            """
        ).count
    }

    /// The one row of the horizon is gone: somebody has emptied its table.
    struct MissingHorizon: Error {}
}

/// A row of the outbox; ``event`` is nil for a type that another version of the program has written.
package struct OutboxRow: Hashable, Sendable, RowDecodable {
    package let position: EventPosition
    package let event: ShopEvent?

    package init(row: Row) throws(RowError) {
        position = EventPosition(transaction: try row["xid"], number: try row["id"])
        let (at, entityID): (Moment, Int64?) = (try row["at"], try row[optional: "entity_id"])
        let (type, data): (String, String) = (try row["type"], try row["data"])
        event = EventType(rawValue: type).map { [position] in
            ShopEvent(position: position, type: $0, at: at, entityID: entityID, data: data)
        }
    }
}
