import Domain
import HTTPTypes
import JSON
import Services

/// Customers and staff.
enum UserEndpoints {
    static let all = [list, get, create, replace, edit, archive, restore]

    private static let number = Parameter.id("The number of the person.", example: 17)
    private static let selection = User.shape.selection

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
        query: ListParameters.all(of: User.self, sorts: UserSort.allCases.map(\.rawValue)) + [
            Parameter(
                "q", .text(maximum: 200), "Words that all stand in name, e-mail, login or telephone number.",
                example: "олена"),
            ListParameters.includeArchived,
        ] + Parameter.filters(of: UserColumn.self), headers: [.preferCount, .ifNoneMatch],
        answers: [.page(selection)]
    ) { call in
        let list = try ListCall<User>(call, defaultSort: "id")
        let filter = UserFilter(
            text: call.query.text("q"), includesArchived: call.query.flag("includeArchived"),
            conditions: call.query.conditions(of: UserColumn.self))
        let page = try await call.services.users.list(list.request(filter, as: UserSort.self), as: call.principal)
        return try await list.reply(
            page, count: { try await call.services.users.count(filter, $0, as: call.principal) })
    }

    private static let get = Endpoint(
        .get, "/users/{id}", .permitted(.getUser), "One customer or member of staff.", tag: .users, path: [number],
        query: [.fields(of: User.self)], headers: [.ifNoneMatch],
        answers: [.tagged(selection, "The person.")], refusals: [.preconditionFailed]
    ) { call in
        .row(try await user(call), call)
    }

    private static let create = Endpoint(
        .post, "/users", .permitted(.createUser), "Creates a customer, or up to 1,000 of them: all or none.",
        tag: .users, headers: [.preferChange], body: .oneOrMany(created),
        answers: [.createdMany(User.shape, links: [Answer.Link("getUser", "id", from: "id")]), .minimal],
        refusals: [.emailTaken, .malformedCSV]
    ) { call in
        let rows = try call.body.checkedRows(new)
        guard call.body.isMany else {
            let user = try await call.services.users.create(try call.body.checked(new), as: call.principal)
            return .created(user, at: "/users/\(user.id)", call)
        }
        do throws(RowRefusal) {
            return .created(try await call.services.users.create(rows, as: call.principal))
        } catch {
            throw error.problem
        }
    }

    private static func new(_ body: BodyObject) throws(InvalidInput) -> NewUser {
        try NewUser(
            name: body.text("name") ?? "", email: body.text("email"), phone: body.text("phone"),
            note: body.text("note"))
    }

    private static let replace = Endpoint(
        .put, "/users/{id}", .permitted(.editUser),
        "Sets all that can be set of a customer; what is missing is cleared.",
        tag: .users, name: "replaceUser", path: [number], headers: [.ifMatch, .preferChange], body: .json(created),
        answers: [.changed(User.shape, "The person as edited."), .minimal],
        refusals: [.emailTaken, .preconditionFailed]
    ) { call in
        let edit = try call.body.checked { body throws(InvalidInput) in
            try UserEdit(
                name: .set(body.text("name") ?? ""), email: .set(body.text("email")), phone: .set(body.text("phone")),
                note: .set(body.text("note")))
        }
        return try await write(edit, call)
    }

    private static let edit = Endpoint(
        .patch, "/users/{id}", .permitted(.editUser), "Changes a customer by a merge patch.", tag: .users,
        path: [number], headers: [.ifMatch, .preferChange], body: .patch(created.patch("UserPatch")),
        answers: [.changed(User.shape, "The person as edited."), .minimal],
        refusals: [.emailTaken, .preconditionFailed]
    ) { call in
        let edit = try call.body.checked { body throws(InvalidInput) in
            try UserEdit(
                name: body.edit("name"), email: body.optionalEdit("email"), phone: body.optionalEdit("phone"),
                note: body.optionalEdit("note"))
        }
        return try await write(edit, call)
    }

    private static let archive = Endpoint(
        .delete, "/users/{id}", .permitted(.archiveUser),
        "Takes a customer out of the lists; orders keep them, and so does the address.", tag: .users, path: [number],
        headers: [.ifMatch, .preferChange], answers: [Answer(.noContent, "The customer is archived.")],
        refusals: [.preconditionFailed]
    ) { call in
        _ = try await call.expectedVersion { try await user(call) }
        _ = try await call.services.users.archive(call.identifier(), as: call.principal)
        return Reply(.noContent)
    }

    private static let restore = Endpoint(
        .post, "/users/{id}/restore", .permitted(.restoreUser), "Brings an archived customer back.", tag: .users,
        path: [number], headers: [.preferChange], answers: [.changed(User.shape, "The customer."), .minimal],
        refusals: [.emailTaken]
    ) { call in
        .row(try await call.services.users.restore(call.identifier(), as: call.principal), call)
    }

    private static func user(_ call: Call) async throws -> User {
        try await call.services.users.get(call.identifier(), as: call.principal)
    }

    private static func write(_ edit: UserEdit, _ call: Call) async throws -> Reply {
        let version = try await call.expectedVersion { try await user(call) }
        let id: Identifier<User> = try call.identifier()
        return .row(try await call.services.users.edit(id, edit, version: version, as: call.principal), call)
    }
}
