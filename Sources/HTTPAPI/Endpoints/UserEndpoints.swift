import Domain
import HTTPTypes
import JSON
import Services

/// Customers and staff.
enum UserEndpoints {
    static let all = [list, get, create, edit]

    private static let number = Parameter.id("The number of the person.", example: 17)

    private static let created = Shape(
        "NewUser",
        [
            .required("name", .string(.line(1...200)), "The full name.", example: "Олена Іваненко"),
            .optional(
                "email", .string(TextRule(0...254, pattern: TextPattern.email)),
                "An e-mail address that no other customer has.", example: "olena@example.com"),
            .optional(
                "phone", .string(TextRule(0...40, pattern: TextPattern.phone)), "A telephone number, 3 to 20 digits.",
                example: "+380 67 123 45 67"),
            .optional("note", .string(.note), "A note.", example: "Door 7."),
        ])

    private static let list = Endpoint(
        .get, "/users", .permitted(.listUsers), "A page of customers and staff.", tag: .users,
        query: ListCall.parameters(sorts: UserSort.allCases.map(\.rawValue)) + [
            Parameter("q", .text(maximum: 200), "Words that all stand in name, e-mail, login or telephone number."),
            Parameter("email", .text(maximum: 254), "The e-mail address is this, in any case."),
            Parameter("role", .choice(Role.allCases.map(\.rawValue)), "The role is this."),
            Parameter("role.in", .choices(Role.allCases.map(\.rawValue)), "The role is one of these."),
            Parameter("includeArchived", .boolean, "Whether archived rows are shown as well."),
        ], answers: [.page(User.shape)]
    ) { call in
        let list = try ListCall(call, defaultSort: "id")
        let filter = UserFilter(
            text: call.query.text("q"),
            roles: Set(call.query.words("role").union(call.query.words("role.in")).compactMap(Role.init)),
            email: call.query.text("email"), includesArchived: call.query.flag("includeArchived"))
        let page = try await call.services.users.list(list.request(filter, as: UserSort.self), as: call.principal)
        return list.reply(page) { $0.value($1) }
    }

    private static let get = Endpoint(
        .get, "/users/{id}", .permitted(.getUser), "One customer or member of staff.", tag: .users, path: [number],
        answers: [.row(User.shape, "The person.")]
    ) { call in
        let user = try await call.services.users.get(call.identifier(), as: call.principal)
        return .json { $0.value(user) }
    }

    private static let create = Endpoint(
        .post, "/users", .permitted(.createUser), "Creates a customer.", tag: .users, body: .json(created),
        answers: [.created(User.shape, links: [Answer.Link("getUser", "id", from: "id")])], refusals: [.emailTaken]
    ) { call in
        let new = try call.body.checked { body throws(InvalidInput) in
            try NewUser(
                name: body.text("name") ?? "", email: body.text("email"), phone: body.text("phone"),
                note: body.text("note"))
        }
        let user = try await call.services.users.create(new, as: call.principal)
        var reply = Reply.json(.created) { $0.value(user) }
        reply.headers[.location] = "/users/\(user.id)"
        return reply
    }

    private static let edit = Endpoint(
        .patch, "/users/{id}", .permitted(.editUser), "Changes a customer by a merge patch.", tag: .users,
        path: [number], body: .patch(created.patch("UserPatch")),
        answers: [.row(User.shape, "The person as edited.")], refusals: [.emailTaken]
    ) { call in
        let id: Identifier<User> = try call.identifier()
        let edit = try call.body.checked { body throws(InvalidInput) in
            try UserEdit(
                name: body.edit("name"), email: body.optionalEdit("email"), phone: body.optionalEdit("phone"),
                note: body.optionalEdit("note"))
        }
        let user = try await call.services.users.edit(id, edit, as: call.principal)
        return .json { $0.value(user) }
    }
}
