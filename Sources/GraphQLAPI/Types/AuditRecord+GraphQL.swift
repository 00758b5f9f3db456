package import Domain
package import GraphQL
import Services

extension AuditRecord: GraphQLObject {
    package static let graphQL = ObjectDefinition<AuditRecord, Caller>(
        "AuditRecord", "A row of the audit log: who did what, when, from where, and what it changed."
    ) {
        Field("id", \.rowID)
        Field("at", \.at)
        Field("actorName", \.actorName, "The actor's name on that day.")
        Field("source", \.source, "The face through which it was done.")
        Field("operation", \.operation)
        Field("entity", \.entity, "What was changed: user, product or order.")
        Field("entityId", \.changedID)
        Field("changes", \.changes, "What changed, by field; nothing for what was created.")
        BatchField("actor") { records, caller in try await Relations(caller).optionalUsers(records.map(\.actor)) }
    }

    fileprivate var rowID: GraphQLID { GraphQLID(id) }
    fileprivate var changedID: GraphQLID? { entityID.map { GraphQLID($0) } }
}

extension AuditChange: GraphQLObject {
    package static let graphQL = ObjectDefinition<AuditChange, Caller>("AuditChange", "One changed field.") {
        Field("field", \.field)
        Field("old", \.old)
        Field("new", \.new)
    }
}
