import Domain
import GraphQL
import Services

extension QueryRoot {
    @FieldBuilder<QueryRoot, Caller> static var products: [Field<QueryRoot, Caller>] {
        Field(
            "products", Paging.first, Paging.after, Paging.last, Paging.before,
            Argument("sort", ProductSort.self, default: "ID"),
            Argument("direction", SortDirection.self, default: "ASCENDING"), Argument("filter", ProductFilter?.self),
            description: "What the shop sells."
        ) { _, caller, first, after, last, before, sort, direction, filter in
            let list = SortedList(name: "products", sort: sort, direction: direction)
            let filter = filter ?? ProductFilter()
            let request = try list.request(filter, Paging(first, after, last, before))
            let page = try await caller.services.products.list(request, as: caller.principal)
            return Connection(page, of: list) { try await $0.services.products.count(filter, .exact, as: $0.principal) }
        }
        Field(
            "product", Argument("id", Identifier<Product>.self),
            description: "The product with this id, archived or not."
        ) { _, caller, id in
            try await found { try await caller.services.products.get(id, as: caller.principal) }
        }
        Field(
            "productByCode", Argument("code", SearchWords.self),
            description: "The product on sale that has exactly this code or barcode."
        ) { _, caller, code in
            try await caller.services.products.find(code: code.text, as: caller.principal)
        }
    }
}
