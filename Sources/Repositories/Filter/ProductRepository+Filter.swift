import Domain
import Postgres

extension ProductRepository {
    /// What the rows of a list must fulfil.
    static func conditions(_ filter: ProductFilter) -> Conditions {
        var conditions = Conditions()
        conditions.add(words: filter.text, in: "search")
        conditions.add(filter.sku) { "lower(sku) = lower(\($0))" }
        conditions.add(filter.minimumPrice) { "price >= \($0)::numeric" }
        conditions.add(filter.maximumPrice) { "price <= \($0)::numeric" }
        conditions.add(filter.minimumStock) { "stock >= \($0)::bigint" }
        conditions.add(filter.maximumStock) { "stock <= \($0)::bigint" }
        let mentionsArchived = filter.conditions.contains { $0.column == .archivedAt }
        if !filter.includesArchived && !mentionsArchived && !filter.terms.mention(.archived) {
            conditions.add("archived_at IS NULL")
        }
        conditions.add(filter.conditions, tested)
        conditions.add(filter.terms, word: { FilterTest.search($0) }, field: condition)
        return conditions
    }

    static func condition(_ field: ProductField, _ test: FilterTest) -> SQL {
        switch field {
        case .code: test.sql("sku")
        case .barcode: test.sql("barcode")
        case .name: test.sql("name", within: "search")
        case .price: test.sql("price")
        case .stock: test.sql("stock")
        case .archived: test.archived
        case .created: test.sql("created_at")
        }
    }

    static func column(_ sort: ProductSort) -> SortColumn {
        switch sort {
        case .id: .id
        case .sku: SortColumn("sku", "text")
        case .barcode: .optionalText("barcode")
        case .name: SortColumn("name COLLATE \"uk-x-icu\"", "text")
        case .price: SortColumn("price", "numeric")
        case .stock: SortColumn("stock", "integer")
        case .createdAt: SortColumn("created_at", "timestamptz")
        }
    }
}
