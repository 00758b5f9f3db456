import Domain
import Postgres

extension Session {
    /// Archives or restores a row of a table that has `archived_at` and `version`, and says so in the audit log.
    ///
    /// `columns` are those that an `Entity` is decoded from; `entity` is what the audit log calls it.
    /// - Returns: the row as it is now; `nil` where there is none, or where nothing changes.
    func setArchived<Entity: RowDecodable>(
        _ isArchived: Bool, _ id: Identifier<Entity>, in table: SQL, columns: SQL, entity: SQL, audit: AuditEntry
    ) async throws -> Entity? {
        try await first(
            """
            WITH changed AS (
                UPDATE \(table)
                SET archived_at = CASE WHEN \(isArchived)::boolean THEN now() END,
                    updated_at = now(), version = version + 1
                WHERE id = \(id) AND (archived_at IS NOT NULL) <> \(isArchived)::boolean
                RETURNING \(columns)
            ), audited AS (\(audit.insert(entity: entity, ids: "changed")))
            SELECT \(columns) FROM changed
            """)
    }
}
