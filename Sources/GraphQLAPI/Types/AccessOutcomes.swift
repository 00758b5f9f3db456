import Domain
import GraphQL
import Services

// What logging in and out and making tokens end with.

/// A session that has begun.
struct LoggedIn: GraphQLObject {
    private let started: StartedSession

    init(_ started: StartedSession) { self.started = started }

    private var token: String { started.token }
    private var session: LoginSession { started.session }
    private var login: String { started.login }
    private var name: String { started.principal.name }
    private var role: Role { started.principal.role }
    private var userID: Identifier<User> { started.principal.id }

    static let graphQL = ObjectDefinition<LoggedIn, Caller>("LoggedIn", "A session that has begun.") {
        Field("accessToken", \.token, "Goes into the header Authorization, behind Bearer; it is shown this once.")
        Field("session", \.session)
        Field("userId", \.userID, "The number of the person.")
        Field("login", \.login)
        Field("name", \.name)
        Field("role", \.role)
    }
}

/// A session that has ended.
struct EndedSession: GraphQLObject {
    let id: Identifier<LoginSession>?

    init(id: Identifier<LoginSession>?) { self.id = id }

    /// The session that somebody asks by.
    init(_ principal: Principal) {
        if case .session(let id) = principal.credential { self.init(id: id) } else { self.init(id: nil) }
    }

    static let graphQL = ObjectDefinition<EndedSession, Caller>("EndedSession", "A session that has ended.") {
        Field("id", \.id)
    }
}

/// A token with its text.
struct CreatedToken: GraphQLObject {
    let token: AccessToken
    let text: String

    static let graphQL = ObjectDefinition<CreatedToken, Caller>("CreatedToken", "A token with its text.") {
        Field("token", \.token)
        Field("accessToken", \.text, "Goes into the header Authorization, behind Bearer; it is shown this once.")
    }
}

/// A token that nobody can use any more.
struct RevokedToken: GraphQLObject {
    let id: Identifier<AccessToken>

    static let graphQL = ObjectDefinition<RevokedToken, Caller>("RevokedToken", "A token that is gone.") {
        Field("id", \.id)
    }
}
