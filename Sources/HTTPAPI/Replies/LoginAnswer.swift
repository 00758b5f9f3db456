import Domain
import JSON
import Services

/// What a login comes to.
enum LoginAnswer {
    static let shape = Shape(
        "Login",
        [
            .required(
                "accessToken", .text, "The token for the header Authorization, after the word Bearer.",
                example: "oblik_ses_…"),
            .required("tokenType", .choice(["Bearer"]), "How the token is sent.", example: "Bearer"),
            .required("expiresIn", .integer, "Seconds until it ends, even if it is used.", example: 604_800),
            .required("expiresAt", .moment, "When it ends.", example: "2026-01-08T09:30:00.000Z"),
            .required("sessionId", .id, "The number of the session.", example: 8),
            .required("user", .object(person), "Who has logged in."),
        ])

    private static let person = Shape(
        "LoggedIn",
        [
            .required("id", .id, "The number of the person.", example: 3),
            .required("login", .text, "The name to log in with.", example: "olena"),
            .required("name", .text, "The full name.", example: "Олена Іваненко"),
            .required(
                "role", .choice(Role.allCases.map(\.rawValue)), "What the person may do.", example: "operator"),
        ])

    static func write(_ started: StartedSession, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("accessToken", started.token)
            writer.field("tokenType", "Bearer")
            writer.field("expiresIn", started.session.lifetimeSeconds)
            writer.key("expiresAt")
            writer.value(MemberValue.moment(started.session.expiresAt))
            writer.field("sessionId", started.session.id.value)
            writer.key("user")
            writer.object { writer in
                writer.field("id", started.principal.id.value)
                writer.field("login", started.login)
                writer.field("name", started.principal.name)
                writer.field("role", started.principal.role.rawValue)
            }
        }
    }
}

extension LoginSession {
    fileprivate var lifetimeSeconds: Int64 { (expiresAt.microseconds - createdAt.microseconds) / 1_000_000 }
}
