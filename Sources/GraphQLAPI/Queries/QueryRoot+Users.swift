import Domain
import GraphQL
import Services

extension QueryRoot {
    @FieldBuilder<QueryRoot, Caller> static var users: [Field<QueryRoot, Caller>] {
        Field(
            "users", Paging.first, Paging.after, Paging.last, Paging.before,
            Argument("sort", UserSort.self, default: "ID"),
            Argument("direction", SortDirection.self, default: "ASCENDING"), Argument("filter", UserFilter?.self),
            description: "Customers and staff."
        ) { _, caller, first, after, last, before, sort, direction, filter in
            let list = SortedList(name: "users", sort: sort, direction: direction)
            let filter = filter ?? UserFilter()
            let request = try list.request(filter, Paging(first, after, last, before))
            let page = try await caller.services.users.list(request, as: caller.principal)
            return Connection(page, of: list) { try await $0.services.users.count(filter, .exact, as: $0.principal) }
        }
        Field(
            "user", Argument("id", Identifier<User>.self), description: "The person with this id, archived or not."
        ) { _, caller, id in
            try await found { try await caller.services.users.get(id, as: caller.principal) }
        }
    }

    /// What `body` reads, or nil where there is none.
    static func found<Value>(_ body: () async throws -> Value) async throws -> Value? {
        do {
            return try await body()
        } catch ServiceError.notFound {
            return nil
        }
    }
}
