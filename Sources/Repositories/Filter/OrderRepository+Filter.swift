import Domain
import Postgres

extension OrderRepository {
    /// What the rows of a list must fulfil.
    func conditions(_ filter: OrderFilter) async throws -> Conditions {
        var conditions = Conditions()
        try await add(text: filter.text, to: &conditions)
        conditions.add(filter.only) { "user_id = \($0)" }
        conditions.add(filter.user) { "user_id = \($0)" }
        conditions.add(filter.createdFrom) { "created_at >= \($0)" }
        conditions.add(filter.createdBefore) { "created_at < \($0)" }
        conditions.add(filter.minimumTotal) { "total >= \($0)::numeric" }
        conditions.add(filter.maximumTotal) { "total <= \($0)::numeric" }
        if !filter.statuses.isEmpty {
            conditions.add("status = ANY (\(filter.statuses.map(\.rawValue).sorted())::text[])")
        }
        conditions.add(filter.conditions, Self.tested)
        try await add(words: filter.terms.words, to: &conditions)
        for term in filter.terms.terms {
            switch term.condition {
            case .word(let word) where term.isNegated:
                conditions.add(try await orders(findingWord: word), isNegated: true)
            case .word: break
            case .field(let field, let test):
                conditions.add(try await condition(field, test), isNegated: term.isNegated)
            }
        }
        return conditions
    }

    private func condition(_ field: OrderField, _ test: FilterTest) async throws -> SQL {
        switch field {
        case .number: return test.sql("id")
        case .customer:
            return try await session.matching("user_id", in: "site.s_user", test.sql("name", within: "search"))
        case .status: return test.sql("status")
        case .total: return test.sql("total")
        case .lines: return test.sql("line_count")
        case .note: return test.sql("note")
        case .created: return test.sql("created_at")
        case .product:
            let isProduct = try await session.matching("product_id", in: "site.s_product", test.sql("sku"))
            return "EXISTS (SELECT FROM site.s_order_item WHERE order_id = s_order.id AND \(isProduct))"
        }
    }

    /// Adds that the order's number or its customer's name is `text`.
    private func add(text: String?, to conditions: inout Conditions) async throws {
        let words = SearchText.words(text ?? "")
        if words.isEmpty { return }
        var match = Conditions()
        match.add(words: text, in: "search")
        let ofCustomers = try await session.matching("user_id", in: "site.s_user", match.sql)
        let number = words.count == 1 ? Self.number(words[0]) : nil
        conditions.add(number.map { "(id = \($0)::bigint OR \(ofCustomers))" } ?? ofCustomers)
    }

    /// Adds that each word is the order's number, or stands with the customer.
    ///
    /// Those that can't be numbers are looked for together: several words name few customers.
    private func add(words: [String], to conditions: inout Conditions) async throws {
        let names = words.filter { Self.number($0) == nil }
        if !names.isEmpty {
            let match = names.map(FilterTest.search).joined(" AND ")
            conditions.add(try await session.matching("user_id", in: "site.s_user", match))
        }
        for word in words where Self.number(word) != nil {
            conditions.add("(\(try await orders(findingWord: word)))")
        }
    }

    private func orders(findingWord word: String) async throws -> SQL {
        let ofCustomers = try await session.matching("user_id", in: "site.s_user", FilterTest.search(word))
        return Self.number(word).map { "id = \($0)::bigint OR \(ofCustomers)" } ?? ofCustomers
    }

    private static func number(_ word: String) -> Int64? { Int64(word.drop { $0 == "#" }) }

    static func column(_ sort: OrderSort) -> SortColumn {
        switch sort {
        case .id: .id
        case .createdAt: SortColumn("created_at", "timestamptz")
        case .total: SortColumn("total", "numeric")
        }
    }
}
