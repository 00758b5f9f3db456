import Domain
import JSON

// How accounts, sessions and tokens are written; no hash of anything is among what they know.

extension Account: Resource {
    static let resourceName = "Account"

    static let members: [Member<Account>] = [
        Member("id", .id, "The number of the person.", 3) { .id($0.user) },
        Member("login", .text, "The name to log in with.", "olena") { .text($0.login) },
        Member("name", .text, "The full name.", "Олена Іваненко") { .text($0.name) },
        Member("role", .choice(Role.allCases.map(\.rawValue)), "What the person may do.", "operator") {
            .text($0.role.rawValue)
        },
        Member(nullable: "disabledAt", .moment, "When the account was disabled.", nil) { .moment($0.disabledAt) },
        Member(nullable: "archivedAt", .moment, "When the person was taken out of the lists.", nil) {
            .moment($0.archivedAt)
        },
        Member("createdAt", .moment, "When the account was made.", "2026-01-01T09:30:00.000Z") {
            .moment($0.createdAt)
        },
        Member(
            nullable: "passwordChangedAt", .moment,
            "When the password was last changed; null where there is none, so that nobody logs in.",
            "2026-01-01T09:30:00.000Z"
        ) { .moment($0.passwordChangedAt) },
    ]
}

extension AccessToken: Resource {
    static let resourceName = "Token"

    static let members: [Member<AccessToken>] = [
        Member("id", .id, "The number.", 5) { .id($0.id) },
        Member("name", .text, "What the token is for.", "till in the yard") { .text($0.name) },
        Member("scope", .text, "What it may be used for, parted by blanks.", "read placeOrder") {
            .text($0.scopes.texts.joined(separator: " "))
        },
        Member("createdAt", .moment, "When it was made.", "2026-01-01T09:30:00.000Z") { .moment($0.createdAt) },
        Member(nullable: "lastUsedAt", .moment, "When it was last used, to the minute.", nil) {
            .moment($0.lastUsedAt)
        },
        Member("expiresAt", .moment, "When it ends.", "2026-04-01T09:30:00.000Z") { .moment($0.expiresAt) },
    ]
}

extension LoginSession: Resource {
    static let resourceName = "Session"

    static let members: [Member<LoginSession>] = [
        Member("id", .id, "The number.", 8) { .id($0.id) },
        Member("source", .text, "Through what somebody has logged in.", "http") { .text($0.source) },
        Member(nullable: "address", .text, "The address of the client.", "127.0.0.1") { .text($0.address) },
        Member(nullable: "userAgent", .text, "What the client calls itself.", "curl/7.88.1") { .text($0.userAgent) },
        Member("createdAt", .moment, "When it began.", "2026-01-01T09:30:00.000Z") { .moment($0.createdAt) },
        Member("lastUsedAt", .moment, "When it was last used, to the minute.", "2026-01-01T10:00:00.000Z") {
            .moment($0.lastUsedAt)
        },
        Member("expiresAt", .moment, "When it ends, even if it is used.", "2026-01-08T09:30:00.000Z") {
            .moment($0.expiresAt)
        },
    ]
}
