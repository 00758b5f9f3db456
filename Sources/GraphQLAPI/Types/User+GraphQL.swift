package import Domain
package import GraphQL
import Services

extension User: GraphQLObject {
    package static let graphQL = ObjectDefinition<User, Caller>("User", "A person: a customer, or one of the staff.") {
        Field("id", \.id)
        Field("role", \.role)
        Field("name", \.name)
        Field("email", \.email)
        Field("phone", \.phone)
        Field("note", \.note)
        Field("archivedAt", \.archivedAt, "When the person was taken out of lists and searches.")
        Field("createdAt", \.createdAt)
        Field("updatedAt", \.updatedAt)
        Field("version", \.version, "Counts the edits, from 1; an edit may name the version it started from.")
    }
}
