package import Domain
import Postgres

/// A row of the audit log that is to be written: who changed what, and how.
package struct AuditEntry: Sendable {
    package typealias Change = AuditChange

    package let principal: Principal
    package let operation: OperationID
    package let changes: [Change]

    /// Keeps those of `changes` that change something.
    package init(_ principal: Principal, _ operation: OperationID, _ changes: [Change] = []) {
        (self.principal, self.operation) = (principal, operation)
        self.changes = changes.filter { $0.old != $0.new }
    }

    /// An INSERT into the log that names the rows `id` of the query or CTE `source`.
    func insert(entity: SQL, ids source: SQL) -> SQL {
        """
        INSERT INTO site.s_audit (actor_id, actor_name, source, operation, entity, entity_id, changes)
        SELECT \(principal.id)::bigint, \(principal.name)::text, \(principal.source.rawValue)::text,
            \(operation.rawValue)::text, \(entity), source.id,
            coalesce((
                SELECT jsonb_object_agg(change.field, jsonb_build_array(change.old, change.new))
                FROM unnest(
                    \(changes.map(\.field))::text[], \(changes.map(\.old))::text[], \(changes.map(\.new))::text[]
                ) AS change (field, old, new)), '{}')
        FROM \(source) AS source
        """
    }

    /// An INSERT into the log of rows that were created together, each by its principal.
    static func insert(
        creationsBy principals: [Principal], _ operation: OperationID, entity: SQL, ids: [Int64]
    ) -> SQL {
        """
        INSERT INTO site.s_audit (actor_id, actor_name, source, operation, entity, entity_id)
        SELECT created.actor_id, created.actor_name, created.source, \(operation.rawValue)::text, \(entity), created.id
        FROM unnest(
            \(principals.map(\.id.value))::bigint[], \(principals.map(\.name))::text[],
            \(principals.map(\.source.rawValue))::text[], \(ids)::bigint[]
        ) AS created (actor_id, actor_name, source, id)
        """
    }
}
