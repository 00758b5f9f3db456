package import Domain
package import Postgres

/// Who a token speaks for, as the database says in this moment.
package struct TokenHolder: Sendable, RowDecodable {
    /// The number of the session or of the token.
    package let id: Int64
    package let user: Identifier<User>
    package let name: String
    package let role: Role
    package let scopes: [String]
    /// Whether it should be noted that the token is used.
    package let isStale: Bool

    package init(row: Row) throws(RowError) {
        (id, user, name) = (try row["id"], try row["user_id"], try row["name"])
        (role, scopes, isStale) = (try row["role"], try row["scopes"], try row["is_stale"])
    }
}
