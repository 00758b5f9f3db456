package import Domain
import Postgres

extension UserRepository {
    /// Users on the lists who have `trait` in common, by id; at most eight.
    package func list(bearing trait: UserTrait) async throws -> [User] {
        var conditions = Conditions()
        conditions.add("archived_at IS NULL")
        switch trait {
        case .name(let name): return try await namesakes(name, conditions)
        case .email(let address):
            conditions.add("email IS NOT NULL AND lower(email) = lower(\(address)::text)")
        case .phone(let number):
            conditions.add("phone_digits <> '' AND phone_digits = ANY (\(PhoneNumber.spellings(number))::text[])")
        }
        return try await session.all(
            "SELECT \(Self.columns) FROM site.s_user WHERE \(conditions.sql) ORDER BY id LIMIT \(Self.traitLimit)")
    }

    /// Those who are called so once both names are folded.
    ///
    /// The search text begins with the folded name, so its index finds them; among others whose names merely begin so
    /// they are the ones of about the same length.
    private func namesakes(_ name: String, _ conditions: Conditions) async throws -> [User] {
        var conditions = conditions
        let folded = SearchText.fold(name)
        let pattern = escapeLike(folded)
        conditions.add("(search LIKE \(pattern) OR search LIKE \("\(pattern) %"))")
        let users: [User] = try await session.all(
            """
            SELECT \(Self.columns)
            FROM site.s_user
            WHERE \(conditions.sql)
            ORDER BY abs(char_length(name) - \(name.unicodeScalars.count)::integer), id
            LIMIT 100
            """)
        return Array(users.filter { SearchText.fold($0.name) == folded }.prefix(Self.traitLimit))
    }

    private static var traitLimit: Int { 8 }
}
