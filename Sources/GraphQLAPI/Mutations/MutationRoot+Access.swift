import Domain
import GraphQL
import Services

extension MutationRoot {
    private enum LogIn: Outcome {
        static let operation = OperationID.logIn
        static let members: [any GraphQLObject.Type] = [
            LoggedIn.self, InvalidCredentialsRefusal.self, TooManyAttemptsRefusal.self,
        ]
    }

    private enum ChangePassword: Outcome {
        static let operation = OperationID.changePassword
        static let members: [any GraphQLObject.Type] = [
            Account.self, InvalidInputRefusal.self, NotFoundRefusal.self, TooManyAttemptsRefusal.self,
        ]
    }

    private enum EndSession: Outcome {
        static let operation = OperationID.endSession
        static let members: [any GraphQLObject.Type] = [EndedSession.self, NotFoundRefusal.self]
    }

    private enum LogOut: Outcome {
        static let operation = OperationID.logOut
        static let members = EndSession.members
    }

    private enum CreateToken: Outcome {
        static let operation = OperationID.createToken
        static let members: [any GraphQLObject.Type] = [
            CreatedToken.self, InvalidInputRefusal.self, NotFoundRefusal.self,
        ]
    }

    private enum RevokeToken: Outcome {
        static let operation = OperationID.revokeToken
        static let members: [any GraphQLObject.Type] = [RevokedToken.self, NotFoundRefusal.self]
    }

    @FieldBuilder<MutationRoot, Caller> static var access: [Field<MutationRoot, Caller>] {
        sessions
        tokens
    }

    @FieldBuilder<MutationRoot, Caller> private static var sessions: [Field<MutationRoot, Caller>] {
        Field(
            "logIn", Argument("login", String.self), Argument("password", String.self),
            description: "Logs in. Each try is counted, however many there are in one request."
        ) { _, caller, login, password in
            try await MutationResult<LogIn>(caller) {
                LoggedIn(
                    try await caller.services.auth.logIn(
                        login, password: password, from: caller.origin, through: .http))
            }
        }
        Field("logOut", description: "Ends the session of the token that the request is sent with.") { _, caller in
            try await MutationResult<LogOut>(caller) {
                try await caller.services.auth.logOut(as: caller.principal)
                return EndedSession(caller.principal)
            }
        }
        Field(
            "changePassword", Argument("currentPassword", String.self), Argument("newPassword", String.self),
            description: "Changes the password; every other session ends, and every token is revoked."
        ) { _, caller, current, new in
            try await MutationResult<ChangePassword>(caller) {
                let auth = caller.services.auth
                try await auth.changePassword(from: current, to: new, origin: caller.origin, as: caller.principal)
                return try await auth.account(of: caller.principal)
            }
        }
        Field(
            "endSession", Argument("id", Identifier<LoginSession>.self),
            description: "Ends a session of whoever asks."
        ) { _, caller, id in
            try await MutationResult<EndSession>(caller) {
                try await caller.services.auth.endSession(id, as: caller.principal)
                return EndedSession(id: id)
            }
        }
    }

    @FieldBuilder<MutationRoot, Caller> private static var tokens: [Field<MutationRoot, Caller>] {
        Field(
            "createToken", Argument("input", NewTokenInput.self),
            description: "Makes a token for a program; its text is shown in this answer only."
        ) { _, caller, input in
            try await MutationResult<CreateToken>(caller) {
                let (token, text) = try await caller.services.auth.createToken(input.token, as: caller.principal)
                return CreatedToken(token: token, text: text)
            }
        }
        Field(
            "revokeToken", Argument("id", Identifier<AccessToken>.self), description: "Revokes a token."
        ) { _, caller, id in
            try await MutationResult<RevokeToken>(caller) {
                try await caller.services.auth.revokeToken(id, as: caller.principal)
                return RevokedToken(id: id)
            }
        }
    }
}

/// A token to be made, as it was typed.
private struct NewTokenInput: GraphQLInputObject {
    let name: String
    let scopes: [String]
    let days: Int

    static let graphQL = InputDefinition(
        "NewTokenInput", Argument("name", String.self, description: "What the token is for."),
        Argument(
            "scopes", [String].self,
            description: "What it may be used for: read, write, accounts, or names of operations."),
        Argument("days", Int.self, default: 90, description: "How many days it lives, 1 to 366."),
        description: "A token to be made."
    ) { NewTokenInput(name: $0, scopes: $1, days: $2) }

    /// A scope with a blank in it is none; two scopes in one text are not read as two.
    var token: NewAccessToken {
        get throws(InvalidInput) {
            let scopes = scopes.map { $0.replacing(" ", with: "_") }
            return try NewAccessToken(name: name, scope: scopes.joined(separator: " "), days: days)
        }
    }
}
