import Domain
import Postgres

extension UserRepository {
    /// What the rows of a list must fulfil.
    static func conditions(_ filter: UserFilter) -> Conditions {
        var conditions = Conditions()
        conditions.add(filter.only) { "id = \($0)" }
        conditions.add(words: filter.text, in: "search")
        conditions.add(filter.email) { "lower(email) = lower(\($0))" }
        let mentionsArchived = filter.conditions.contains { $0.column == .archivedAt }
        if !filter.includesArchived && !mentionsArchived && !filter.terms.mention(.archived) {
            conditions.add("archived_at IS NULL")
        }
        conditions.add(filter.conditions, tested)
        if !filter.roles.isEmpty {
            conditions.add("role = ANY (\(filter.roles.map(\.rawValue).sorted())::text[])")
        }
        conditions.add(filter.terms, word: { FilterTest.search($0) }, field: condition)
        return conditions
    }

    static func condition(_ field: UserField, _ test: FilterTest) -> SQL {
        switch field {
        case .name: test.sql("name", within: "search")
        case .email: test.sql("email", within: "search")
        case .phone: test.digits("phone_digits")
        case .role: test.sql("role")
        case .archived: test.archived
        case .created: test.sql("created_at")
        }
    }

    static func column(_ sort: UserSort) -> SortColumn {
        switch sort {
        case .id: .id
        case .name: SortColumn("name COLLATE \"uk-x-icu\"", "text")
        case .email: .optionalText("email")
        case .phone: .optionalText("phone")
        case .role: SortColumn("role", "text")
        case .createdAt: SortColumn("created_at", "timestamptz")
        }
    }
}

extension FilterTest {
    /// That the search of a table finds `word`.
    static func search(_ word: String) -> SQL { standing(SearchText.fold(word), in: "search") }
}
