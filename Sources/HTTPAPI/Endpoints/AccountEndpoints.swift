import Domain
import HTTPTypes
import JSON
import Services

/// The administration of accounts.
enum AccountEndpoints {
    static let all = [list, create, resetPassword, setRole, disable, enable]

    /// The length of a password; its bytes, and what is too easily guessed, are the domain's to judge.
    static let passwordRule = TextRule(NewPassword.minimumLength...NewPassword.maximumByteCount)
    static let passwordSummary = """
        A new password: 12 characters or more, 1,024 bytes at most. Refused is what is guessed first: well-known words \
        and rows of keys, one's own login and name, and little else beside them.
        """

    private static let number = Parameter.id("The number of the person.", example: 3)

    private static let list = Endpoint(
        .get, "/accounts", .permitted(.listAccounts), "A page of those who can log in.", tag: .auth,
        query: ListParameters.all(of: Account.self, sorts: IDSort.allCases.map(\.rawValue)) + [
            Parameter("role.in", .choices(Role.allCases.map(\.rawValue)), "The role is one of these.")
        ], headers: [.ifNoneMatch], answers: [.page(Account.shape.selection)]
    ) { call in
        let list = try ListCall<Account>(call, defaultSort: "id")
        let filter = AccountFilter(roles: Set(call.query.words("role.in").compactMap(Role.init)))
        let page = try await call.services.accounts.list(list.request(filter, as: IDSort.self), as: call.principal)
        return try await list.reply(page)
    }

    private static let create = Endpoint(
        .post, "/accounts", .permitted(.createAccount), "Makes an account, for a new person or for a customer.",
        tag: .auth,
        body: .json(
            Shape(
                "NewAccount",
                [
                    .required(
                        "login", .string(TextRule(1...64, pattern: "^[A-Za-z0-9._@-]+$")),
                        "The name to log in with, in any case.", example: "olena"),
                    .optional(
                        "name", .string(.line(1...200)), "The full name of a new person.", example: "Олена Іваненко"),
                    .required("role", role, "What the person may do.", example: "operator"),
                    .required("password", .string(passwordRule), passwordSummary, example: "three plain words"),
                    .optional("userId", .id, "The customer who is to log in, in the place of a new person."),
                ])), answers: [Answer(.created, "The new account.", .object(Account.shape))],
        refusals: [.loginTaken, .unknownReference, .busy]
    ) { call in
        let new = try call.body.checked { body throws(InvalidInput) in
            try NewAccount(
                login: body.text("login") ?? "", name: body.text("name"),
                role: body.text("role").flatMap(Role.init) ?? .customer, password: body.text("password") ?? "",
                user: body.identifier("userId"))
        }
        let account = try await call.services.accounts.create(new, as: call.principal)
        return .secret(.created) { $0.value(account) }
    }

    private static let resetPassword = Endpoint(
        .post, "/accounts/{id}/password", .permitted(.resetPassword),
        "Gives an account a new password; its sessions end, and its tokens are revoked.", tag: .auth, path: [number],
        body: .json(
            Shape(
                "PasswordReset",
                [.required("password", .string(passwordRule), passwordSummary, example: "three plain words")])),
        answers: [.row(Account.shape, "The account.")], refusals: [.notFound, .busy]
    ) { call in
        let password = try call.body.checked { body throws(InvalidInput) in body.text("password") ?? "" }
        let account = try await call.services.accounts
            .resetPassword(of: call.identifier(), to: password, as: call.principal)
        return .secret(.ok) { $0.value(account) }
    }

    private static let setRole = Endpoint(
        .post, "/accounts/{id}/role", .permitted(.setRole),
        "Gives an account another role, from its next request on.", tag: .auth, path: [number],
        body: .json(Shape("RoleChange", [.required("role", role, "What it may do.", example: "manager")])),
        answers: [.row(Account.shape, "The account.")], refusals: [.notFound, .lastAdministrator]
    ) { call in
        let role = try call.body.checked { body throws(InvalidInput) in
            body.text("role").flatMap(Role.init) ?? .customer
        }
        let account = try await call.services.accounts.setRole(role, of: call.identifier(), as: call.principal)
        return .secret(.ok) { $0.value(account) }
    }

    private static let disable = Endpoint(
        .post, "/accounts/{id}/disable", .permitted(.disableAccount),
        "Disables an account: its sessions end, and its tokens speak for nobody.", tag: .auth, path: [number],
        answers: [.row(Account.shape, "The account.")], refusals: [.notFound, .lastAdministrator]
    ) { call in
        let account = try await call.services.accounts.disable(call.identifier(), as: call.principal)
        return .secret(.ok) { $0.value(account) }
    }

    private static let enable = Endpoint(
        .post, "/accounts/{id}/enable", .permitted(.enableAccount), "Lets the person of an account log in again.",
        tag: .auth, path: [number], answers: [.row(Account.shape, "The account.")], refusals: [.notFound]
    ) { call in
        let account = try await call.services.accounts.enable(call.identifier(), as: call.principal)
        return .secret(.ok) { $0.value(account) }
    }

    private static let role = Field.Kind.choice(Role.allCases.map(\.rawValue))
}
