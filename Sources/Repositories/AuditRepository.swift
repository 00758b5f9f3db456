package import Domain
package import Postgres

/// The SQL that reads the audit log; ``AuditEntry`` writes it.
package struct AuditRepository: Sendable {
    let session: any Session

    package init(_ session: any Session) { self.session = session }

    /// A page of the log.
    package func list(_ request: AuditListRequest) async throws -> Page<AuditRecord> {
        let keyset = Self.keyset(request)
        var conditions = Self.conditions(request.filter)
        conditions.add(keyset.bound)
        return keyset.page(try await session.all(Self.page(keyset, conditions.sql)))
    }

    /// The statement of a page; the changes are taken apart once the rows are picked.
    static func page(_ keyset: KeysetQuery, _ conditions: SQL) -> SQL {
        """
        SELECT o.*, changed.fields, changed.olds, changed.news
        FROM (
            SELECT id, at, actor_id, actor_name, source, operation, entity, entity_id, changes, \(keyset.keys)
            FROM site.s_audit
            WHERE \(conditions)
            \(keyset.order)
        ) AS o
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(key ORDER BY key COLLATE "C"), '{}') AS fields,
                coalesce(array_agg(value ->> 0 ORDER BY key COLLATE "C"), '{}') AS olds,
                coalesce(array_agg(value ->> 1 ORDER BY key COLLATE "C"), '{}') AS news
            FROM jsonb_each(o.changes)
        ) AS changed
        ORDER BY \(keyset.outerSort)
        """
    }

    static func keyset(_ request: AuditListRequest) -> KeysetQuery { KeysetQuery(request) { _ in .id } }

    static func conditions(_ filter: AuditFilter) -> Conditions {
        var conditions = Conditions()
        conditions.add(filter.actor) { "actor_id = \($0)" }
        conditions.add(filter.entity) { "entity = \($0)" }
        conditions.add(filter.entityID) { "entity_id = \($0)" }
        conditions.add(filter.terms, word: { anywhere($0) }, field: condition)
        return conditions
    }

    /// That a word stands with the actor, the operation or in what was changed.
    private static func anywhere(_ word: String) -> SQL {
        FilterTest.contains(word, "concat_ws(' ', actor_name, operation, entity, changes)", within: nil)
    }

    private static func condition(_ field: AuditField, _ test: FilterTest) -> SQL {
        switch field {
        case .actor: test.sql("actor_name")
        case .operation: test.sql("operation")
        case .entity: test.sql("entity")
        case .number: test.sql("entity_id")
        case .source: test.sql("source")
        case .at: test.sql("at")
        }
    }
}

extension AuditRecord: RowDecodable {
    /// Decodes the columns of ``AuditRepository/list(_:)``.
    package init(row: Row) throws(RowError) {
        let fields: [String] = try row["fields"]
        let (olds, news): ([String?], [String?]) = (try row["olds"], try row["news"])
        self.init(
            id: try row["id"], at: try row["at"], actor: try row[optional: "actor_id"],
            actorName: try row["actor_name"], source: try row["source"], operation: try row["operation"],
            entity: try row["entity"], entityID: try row[optional: "entity_id"],
            changes: zip(fields, zip(olds, news)).map { AuditChange($0, $1.0, $1.1) })
    }
}
