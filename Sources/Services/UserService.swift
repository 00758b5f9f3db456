package import Domain
import Postgres
import Repositories
import Wording

/// The operations on customers and staff.
package struct UserService: Sendable {
    let operations: Operations

    init(_ operations: Operations) { self.operations = operations }

    /// A page of users.
    package func list(
        _ request: UserListRequest, as principal: Principal
    ) async throws(ServiceError) -> Page<User> {
        var request = request
        request.filter.only = try principal.owner(in: .listUsers)
        let page = try await operations.run(.listUsers, as: principal) { [request] in
            try await UserRepository($0).list(request)
        }
        return page.map { $0.seen(by: principal.role) }
    }

    /// How many users a list has on all its pages; `nil` where counting takes too long.
    package func count(
        _ filter: UserFilter, _ precision: CountPrecision, as principal: Principal
    ) async throws(ServiceError) -> Int? {
        var filter = filter
        filter.only = try principal.owner(in: .listUsers)
        return try await operations.run(.listUsers, as: principal) { [filter] _ in
            try await CountRepository(operations.pool).count(filter, precision)
        }
    }

    /// The users with these ids, by id; missing ones are left out.
    ///
    /// At most 200 are asked for at once.
    package func list(
        ids: some Collection<Identifier<User>> & Sendable, as principal: Principal
    ) async throws(ServiceError) -> [Identifier<User>: User] {
        let users = try await visible(.listUsers, as: principal) {
            try await UserRepository($0).list(ids: Array(Set(ids)))
        }
        return Dictionary(uniqueKeysWithValues: users.map { ($0.id, $0) })
    }

    /// The user with `id`, archived or not.
    /// - Throws: ``ServiceError/notFound(entity:id:)``.
    package func get(_ id: Identifier<User>, as principal: Principal) async throws(ServiceError) -> User {
        let found = try await visible(.getUser, as: principal) { try await UserRepository($0).list(ids: [id]) }
        guard let user = found.first else { throw .notFound(entity: "user", id: id.value) }
        return user
    }

    /// The customers that `text` may mean, best first; at most `limit`.
    package func suggest(
        _ text: String, limit: Int = 8, as principal: Principal
    ) async throws(ServiceError) -> [User] {
        try await visible(.listUsers, as: principal) {
            try await UserRepository($0).suggest(text, limit: min(max(limit, 1), 50))
        }
    }

    /// The users on the lists who have something in common that tells people apart; at most eight.
    package func list(
        bearing trait: UserTrait, as principal: Principal
    ) async throws(ServiceError) -> [User] {
        try await visible(.listUsers, as: principal) { try await UserRepository($0).list(bearing: trait) }
    }

    /// Those of the users that `read` gives whom the principal may see.
    private func visible(
        _ operation: OperationID, as principal: Principal, _ read: (any Session) async throws -> [User]
    ) async throws(ServiceError) -> [User] {
        let owner = try principal.owner(in: operation)
        let users = try await operations.run(operation, as: principal, read)
        return users.filter { owner == nil || $0.id == owner }.map { $0.seen(by: principal.role) }
    }

    /// Creates a customer.
    /// - Throws: ``ServiceError/conflict(_:)`` if the e-mail address belongs to another.
    package func create(_ new: NewUser, as principal: Principal) async throws(ServiceError) -> User {
        try await operations.run(.createUser, as: principal) {
            try await UserRepository($0)
                .insert(new, role: .customer, login: nil, audit: AuditEntry(principal, .createUser))
        }
    }

    /// Creates customers, all of them or none.
    /// - Throws: ``RowRefusal`` with the row that stands in the way.
    package func create(_ rows: [NewUser], as principal: Principal) async throws(RowRefusal) -> [User] {
        try await operations.transact(.createUser, as: principal, rows: rows) { new, transaction in
            try await UserRepository(transaction)
                .insert(new, role: .customer, login: nil, audit: AuditEntry(principal, .createUser))
        }
    }

    /// Changes fields of a user.
    ///
    /// `version` is the one that the edit started from; `nil` overwrites whatever is there.
    /// - Throws: ``ServiceError/conflict(_:)`` if somebody else changed the user since.
    package func edit(
        _ id: Identifier<User>, _ edit: UserEdit, version: Int? = nil, as principal: Principal
    ) async throws(ServiceError) -> User {
        try await operations.transact(.editUser, as: principal) { transaction in
            let users = UserRepository(transaction)
            let owner = try principal.owner(in: .editUser)
            guard owner == nil || owner == id, let old = try await users.lock(id) else {
                throw ServiceError.notFound(entity: "user", id: id.value)
            }
            try principal.requireStaffRight(over: old, in: .editUser)
            if owner != nil, edit.note != .keep {
                throw ServiceError.invalid([Violation("note", "forbidden", "The note is the staff's.")])
            }
            try requireVersion(version, of: "user", current: old.version)
            let new = old.applying(edit)
            if new == old { return old.seen(by: principal.role) }
            let changes: [AuditEntry.Change] = [
                .init("name", old.name, new.name), .init("email", old.email, new.email),
                .init("phone", old.phone, new.phone), .init("note", old.note, new.note),
            ]
            let written = try await users.update(new, audit: AuditEntry(principal, .editUser, changes))
            return written.seen(by: principal.role)
        }
    }

    /// Takes a user out of lists and searches; orders keep them.
    ///
    /// Twice is once.
    package func archive(_ id: Identifier<User>, as principal: Principal) async throws(ServiceError) -> User {
        try await setArchived(true, id, .archiveUser, as: principal)
    }

    /// Brings an archived user back.
    ///
    /// Twice is once.
    /// - Throws: ``ServiceError/conflict(_:)`` if the e-mail address has been given to another.
    package func restore(_ id: Identifier<User>, as principal: Principal) async throws(ServiceError) -> User {
        try await setArchived(false, id, .restoreUser, as: principal)
    }

    private func setArchived(
        _ isArchived: Bool, _ id: Identifier<User>, _ operation: OperationID, as principal: Principal
    ) async throws(ServiceError) -> User {
        let changed = try await operations.transact(operation, as: principal) { transaction -> User? in
            let users = UserRepository(transaction)
            guard let old = try await users.lock(id) else { return nil }
            try principal.requireStaffRight(over: old, in: operation)
            if isArchived { try await AccountRepository(transaction).requireAnotherAdministrator(than: old) }
            return try await users.setArchived(isArchived, id, audit: AuditEntry(principal, operation))
        }
        if let changed { return changed }
        return try await get(id, as: principal)
    }
}

extension User {
    func applying(_ edit: UserEdit) -> User {
        User(
            id: id, role: role, login: login, name: edit.name.applied(to: name), email: edit.email.applied(to: email),
            phone: edit.phone.applied(to: phone), note: edit.note.applied(to: note), archivedAt: archivedAt,
            createdAt: createdAt, updatedAt: updatedAt, version: version)
    }
}

/// - Throws: ``ServiceError/conflict(_:)`` if an edit started from another version than the one there is.
func requireVersion(_ version: Int?, of entity: String, current: Int) throws {
    if let version, version != current {
        throw ServiceError.conflict(.versionMismatch(entity: entity, current: current))
    }
}
