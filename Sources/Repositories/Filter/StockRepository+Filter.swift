import Domain
import Postgres

extension StockRepository {
    /// What the rows of the ledger must fulfil.
    func conditions(_ filter: StockMoveFilter) async throws -> Conditions {
        var conditions = Conditions()
        conditions.add(filter.product) { "product_id = \($0)" }
        conditions.add(filter.order) { "order_id = \($0)" }
        conditions.add(filter.conditions, Self.tested)
        for term in filter.terms.terms {
            let condition =
                switch term.condition {
                case .word(let word):
                    try await session.matching("product_id", in: "site.s_product", FilterTest.search(word))
                case .field(let field, let test): try await self.condition(field, test)
                }
            conditions.add(condition, isNegated: term.isNegated)
        }
        return conditions
    }

    private func condition(_ field: StockMoveField, _ test: FilterTest) async throws -> SQL {
        switch field {
        case .product: try await session.matching("product_id", in: "site.s_product", test.sql("sku"))
        case .reason: test.sql("reason")
        case .delta: test.sql("delta")
        case .order: test.sql("order_id")
        case .actor:
            try await session.matching("actor_id", in: "site.s_user", test.sql("name", within: "search"))
        case .at: test.sql("at")
        }
    }
}
