import Domain
import HTTPTypes
import JSON
import Services

/// Logging in and out, and what whoever has logged in may know and change of that.
enum AuthEndpoints {
    static let all = [logIn, logOut, me, password, sessions, endSession]

    private static let logIn = Endpoint(
        .post, "/auth/login", .anyone, "Logs in; the token of the answer goes into the header Authorization.",
        tag: .auth, name: OperationID.logIn.rawValue,
        body: .json(
            Shape(
                "Credentials",
                [
                    .required("login", .text, "The login, in any case.", example: "olena"),
                    .required(
                        "password", .text, "The password, exactly as it was chosen.", example: "three plain words"),
                ])),
        answers: [.row(LoginAnswer.shape, "The token, and whose it is.")],
        refusals: [.invalidCredentials, .tooManyAttempts, .busy], rate: .login
    ) { call in
        let (login, password) = try call.body.checked { body throws(InvalidInput) in
            (body.text("login") ?? "", body.text("password") ?? "")
        }
        let started = try await call.services.auth
            .logIn(login, password: password, from: call.origin, through: .http)
        return .secret(.ok) { LoginAnswer.write(started, to: &$0) }
    }

    private static let logOut = Endpoint(
        .post, "/auth/logout", .permitted(.logOut), "Ends the session of the token that the request is sent with.",
        tag: .auth, answers: [Answer(.noContent, "The session has ended.")]
    ) { call in
        try await call.services.auth.logOut(as: call.principal)
        return .silence
    }

    private static let me = Endpoint(
        .get, "/auth/me", .permitted(.readAccount), "Who asks, by what, and what they may do.", tag: .auth,
        answers: [.row(WhoAsks.shape, "The account, the credential and the permissions.")], refusals: [.notFound]
    ) { call in
        let account = try await call.services.auth.account(of: call.principal)
        return .secret(.ok) { WhoAsks.write(account, call.principal, to: &$0) }
    }

    private static let password = Endpoint(
        .post, "/auth/password", .permitted(.changePassword),
        "Changes the password; every other session ends, and every token is revoked.", tag: .auth,
        body: .json(
            Shape(
                "PasswordChange",
                [
                    .required("currentPassword", .text, "The password until now.", example: "three plain words"),
                    .required(
                        "newPassword", .string(AccountEndpoints.passwordRule), AccountEndpoints.passwordSummary,
                        example: "a whole new secret"),
                ])),
        answers: [Answer(.noContent, "The password is changed.")], refusals: [.notFound, .tooManyAttempts, .busy],
        rate: .login
    ) { call in
        let (current, new) = try call.body.checked { body throws(InvalidInput) in
            (body.text("currentPassword") ?? "", body.text("newPassword") ?? "")
        }
        try await call.services.auth.changePassword(from: current, to: new, origin: call.origin, as: call.principal)
        return .silence
    }

    private static let sessions = Endpoint(
        .get, "/auth/sessions", .permitted(.listSessions), "The sessions of whoever asks, the latest first.",
        tag: .auth, answers: [Answer(.ok, "At most 50 sessions.", .list(LoginSession.shape))]
    ) { call in
        .secret(rows: try await call.services.auth.sessions(of: call.principal))
    }

    private static let endSession = Endpoint(
        .delete, "/auth/sessions/{id}", .permitted(.endSession), "Ends a session of whoever asks.", tag: .auth,
        path: [.id("The number of the session.", example: 8)],
        answers: [Answer(.noContent, "The session has ended.")], refusals: [.notFound]
    ) { call in
        try await call.services.auth.endSession(call.identifier(), as: call.principal)
        return .silence
    }
}

/// Answers that no cache may keep.
extension Reply {
    static var silence: Reply { Reply(.noContent, headers: [.cacheControl: "no-store"]) }

    static func secret(_ status: HTTPResponse.Status, _ write: (inout JSONWriter) -> Void) -> Reply {
        var reply = Reply.json(status, write)
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    static func secret<Row: Resource>(rows: [Row]) -> Reply {
        .secret(.ok) { writer in
            writer.array { writer in
                for row in rows { writer.value(row) }
            }
        }
    }
}
