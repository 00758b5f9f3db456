/// One changed field, old and new, as texts; `nil` is none.
package struct AuditChange: Hashable, Sendable {
    package let field: String
    package let old: String?
    package let new: String?

    package init(_ field: String, _ old: String?, _ new: String?) {
        (self.field, self.old, self.new) = (field, old, new)
    }
}

/// A row of the audit log: who did what, when, from where, and what it changed.
package struct AuditRecord: Hashable, Sendable {
    package let id: Int64
    package let at: Moment
    package let actor: Identifier<User>?
    /// The actor's name on that day.
    package let actorName: String
    /// The face, as ``Principal/Source``; also those that other versions of the program know.
    package let source: String
    /// The operation, as ``OperationID``; also those that other versions of the program know.
    package let operation: String
    /// What was changed: `user`, `product` or `order`.
    package let entity: String
    package let entityID: Int64?
    /// What changed, by field; nothing for what was created.
    package let changes: [AuditChange]

    package init(
        id: Int64, at: Moment, actor: Identifier<User>?, actorName: String, source: String, operation: String,
        entity: String, entityID: Int64?, changes: [AuditChange]
    ) {
        (self.id, self.at, self.actor, self.actorName) = (id, at, actor, actorName)
        (self.source, self.operation, self.entity) = (source, operation, entity)
        (self.entityID, self.changes) = (entityID, changes)
    }

    package var operationID: OperationID? { OperationID(rawValue: operation) }
}
