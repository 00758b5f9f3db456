package import Domain
package import GraphQL
import Services

// What accounts, sessions and tokens are to clients; no hash of anything is among what they know.

extension Account: GraphQLObject {
    package static let graphQL = ObjectDefinition<Account, Caller>("Account", "What lets a person log in.") {
        Field("userId", \.user, "The number of the person.")
        Field("login", \.login)
        Field("name", \.name)
        Field("role", \.role)
        Field("disabledAt", \.disabledAt)
        Field("archivedAt", \.archivedAt, "When the person was taken out of lists and searches.")
        Field("createdAt", \.createdAt)
        Field("passwordChangedAt", \.passwordChangedAt, "Null where there is none, so that nobody logs in.")
    }
}

extension LoginSession: GraphQLObject {
    package static let graphQL = ObjectDefinition<LoginSession, Caller>("Session", "A login that has not ended.") {
        Field("id", \.id)
        Field("source", \.source, "Through what somebody has logged in.")
        Field("address", \.address)
        Field("userAgent", \.userAgent, "What the client calls itself.")
        Field("createdAt", \.createdAt)
        Field("lastUsedAt", \.lastUsedAt, "To the minute.")
        Field("expiresAt", \.expiresAt, "When it ends even if it is used.")
    }
}

extension AccessToken: GraphQLObject {
    package static let graphQL = ObjectDefinition<AccessToken, Caller>(
        "Token", "A key that a person has made for a program."
    ) {
        Field("id", \.id)
        Field("name", \.name, "What it is for.")
        Field("scopes", \.scopeTexts, "What it may be used for: kinds or names of operations.")
        Field("createdAt", \.createdAt)
        Field("lastUsedAt", \.lastUsedAt, "To the minute; null if it never was.")
        Field("expiresAt", \.expiresAt)
    }

    fileprivate var scopeTexts: [String] { scopes.texts }
}

extension Reach: GraphQLEnum {
    package static let graphQL = EnumDefinition<Reach>(
        "Reach", "How far somebody may go in an operation.",
        values: [.none: "Not at all.", .own: "With what is theirs.", .all: "With everything."])
}
