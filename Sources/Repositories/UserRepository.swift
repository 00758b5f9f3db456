package import Domain
package import Postgres

/// The SQL of users.
package struct UserRepository: Sendable {
    let session: any Session

    package init(_ session: any Session) { self.session = session }

    static let columns: SQL = """
        id, role, login, name, email, phone, note, archived_at, created_at, updated_at, version
        """

    /// The user with `id`, or `nil`.
    package func find(_ id: Identifier<User>) async throws -> User? {
        try await session.first("SELECT \(Self.columns) FROM site.s_user WHERE id = \(id)")
    }

    /// The users with these ids, in no order.
    package func list(ids: [Identifier<User>]) async throws -> [User] {
        try await session.all(
            "SELECT \(Self.columns) FROM site.s_user WHERE id = ANY (\(ids.map(\.value))::bigint[])")
    }

    /// Locks the user's row until the transaction ends, and reads it.
    package func lock(_ id: Identifier<User>) async throws -> User? {
        try await session.first("SELECT \(Self.columns) FROM site.s_user WHERE id = \(id) FOR NO KEY UPDATE")
    }

    /// A page of users.
    package func list(_ request: UserListRequest) async throws -> Page<User> {
        let keyset = KeysetQuery(request, Self.column)
        var conditions = Self.conditions(request.filter)
        conditions.add(keyset.bound)
        let rows = try await session.all(
            """
            SELECT \(Self.columns), \(keyset.keys)
            FROM site.s_user
            WHERE \(conditions.sql)
            \(keyset.order)
            """, as: Placed<User>.self)
        return keyset.page(rows)
    }

    /// The customers that `text` may mean, best first: a name that begins with it, then any that contain its words.
    package func suggest(_ text: String, limit: Int) async throws -> [User] {
        var conditions = Conditions()
        conditions.add("archived_at IS NULL")
        conditions.add(words: text, in: "search")
        let folded = SearchText.fold(text)
        return try await session.all(
            """
            SELECT \(Self.columns)
            FROM (SELECT * FROM site.s_user WHERE \(conditions.sql) LIMIT 500) AS candidate
            ORDER BY search LIKE \("\(escapeLike(folded))%") DESC, name COLLATE "uk-x-icu", id
            LIMIT \(limit)
            """)
    }

    /// Writes a new user and its row in the audit log, in one statement.
    package func insert(_ new: NewUser, role: Role, login: String?, audit: AuditEntry) async throws -> User {
        let search = Self.searchText(name: new.name, email: new.email, login: login, phone: new.phone)
        let rows = try await session.rows(
            """
            WITH added AS (
                INSERT INTO site.s_user (role, login, name, email, phone, phone_digits, note, search)
                VALUES (\(role), \(login), \(new.name), \(new.email), \(new.phone),
                    \(SearchText.digits(new.phone)), \(new.note), \(search))
                RETURNING \(Self.columns)
            ), audited AS (\(audit.insert(entity: "'user'", ids: "added")))
            SELECT \(Self.columns) FROM added
            """)
        return try rows.only()
    }

    /// Writes the fields of `user` over its row, and adds 1 to its version.
    package func update(_ user: User, audit: AuditEntry) async throws -> User {
        let search = Self.searchText(name: user.name, email: user.email, login: user.login, phone: user.phone)
        let rows = try await session.rows(
            """
            WITH changed AS (
                UPDATE site.s_user
                SET name = \(user.name), email = \(user.email), phone = \(user.phone),
                    phone_digits = \(SearchText.digits(user.phone)), note = \(user.note), search = \(search),
                    updated_at = now(), version = version + 1
                WHERE id = \(user.id)
                RETURNING \(Self.columns)
            ), audited AS (\(audit.insert(entity: "'user'", ids: "changed")))
            SELECT \(Self.columns) FROM changed
            """)
        return try rows.only()
    }

    /// Archives or restores a user; `nil` where there is none or nothing changes.
    package func setArchived(
        _ isArchived: Bool, _ id: Identifier<User>, audit: AuditEntry
    ) async throws -> User? {
        try await session.setArchived(
            isArchived, id, in: "site.s_user", columns: Self.columns, entity: "'user'", audit: audit)
    }

    /// The member of staff who logs in as `login`, made with `role` where there is none yet.
    ///
    /// Two programs that start at once agree on one row: the unique index on `login` decides.
    package func staff(login: String, name: String, role: Role) async throws -> User {
        let rows = try await session.rows(
            """
            INSERT INTO site.s_user (role, login, name, search)
            VALUES (\(role), \(login), \(name),
                \(Self.searchText(name: name, email: nil, login: login, phone: nil)))
            ON CONFLICT (login) WHERE login IS NOT NULL DO UPDATE SET login = excluded.login
            RETURNING \(Self.columns)
            """)
        return try rows.only()
    }

    /// What a search for a user looks through.
    package static func searchText(name: String, email: String?, login: String?, phone: String?) -> String {
        SearchText.fold(name, email, login, phone, SearchText.digits(phone))
    }
}

extension User: RowDecodable {
    /// Decodes ``UserRepository/columns``.
    package init(row: Row) throws(RowError) {
        self.init(
            id: try row["id"], role: try row["role"], login: try row[optional: "login"], name: try row["name"],
            email: try row[optional: "email"], phone: try row[optional: "phone"], note: try row[optional: "note"],
            archivedAt: try row[optional: "archived_at"], createdAt: try row["created_at"],
            updatedAt: try row["updated_at"], version: Int(try row["version"] as Int32))
    }
}

extension Rows {
    /// The one row of a statement that always gives one.
    func only<Value: RowDecodable>(as type: Value.Type = Value.self) throws -> Value {
        guard let row = first else { throw MissingRow() }
        return try Value(row: row)
    }
}

/// A statement that always gives a row gave none: a defect of ours.
package struct MissingRow: Error, Sendable {
    package init() {}
}
